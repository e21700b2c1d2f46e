// SPDX-License-Identifier: MIT
#include "sim/scenario/awareness_course.hpp"

#include <cmath>

#include "models/consideration/awareness_stock.hpp"
#include "sim/scenario/moment_checks.hpp"

namespace clientele {

namespace {

std::vector<double> followed(const Named<Brand>& brand, const Scenario& scenario) {
  const std::string path = "brands." + brand.name + ".";
  const auto advertising = changes_of(scenario, path + "advertising"),
             consistency = changes_of(scenario, path + "consistency");
  const Presence presence = presence_of(brand, scenario);
  const double decay = scenario.world.consideration->decay.value,
               effectiveness = effectiveness_of(scenario.world, brand.is).value_or(0);
  const int periods = static_cast<int>(std::lround(scenario.world.market.horizon.value));
  std::vector<double> awareness = {brand.is.awareness.today.value};
  for (int period = 1; period <= periods; ++period) {
    const bool is_there = period >= presence.enters && period < presence.leaves;
    const double reach =
        reach_of_advertising(effectiveness, lever_at(brand.is.consistency.today.value, consistency, period),
                             lever_at(brand.is.advertising->today.value, advertising, period));
    awareness.push_back(is_there ? next_awareness(awareness.back(), decay, reach) : awareness.back());
  }
  return awareness;
}

}  // namespace

std::optional<double> effectiveness_of(const World& world, const Brand& brand) {
  if (brand.effectiveness) return brand.effectiveness->value;
  if (!brand.advertising || !world.consideration || (brand.enters && brand.enters->today.value > 1))
    return {};
  return effectiveness_holding(brand.awareness.today.value, world.consideration->decay.value,
                               brand.consistency.today.value, brand.advertising->today.value);
}

Course awareness_followed(const Scenario& scenario) {
  Course course;
  if (!scenario.world.consideration) return course;
  for (const auto& brand : scenario.world.brands)
    if (brand.is.advertising)
      course.emplace("brands." + brand.name + ".awareness", followed(brand, scenario));
  return course;
}

}  // namespace clientele
