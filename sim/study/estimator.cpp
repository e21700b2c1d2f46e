// SPDX-License-Identifier: MIT
#include "sim/study/estimator.hpp"

#include <algorithm>

#include "models/purchase/promotion.hpp"
#include "sim/scenario/typical.hpp"

namespace clientele {

namespace {

constexpr double many_choices = 2;  ///< a period; above it the time is better spent on more people

/// Whether what a purchase from us brings is linear in its amount. What rivals' programmes and promotions do
/// is part of the state.
bool purchases_are_linear(const World& world) {
  const bool by_basket = std::any_of(world.promotions.begin(), world.promotions.end(), [&](const auto& p) {
    return !is_of_all(p.is) && p.is.brand == world.market.focal;
  });
  return !by_basket && !world.brands[focal_index(world)].is.programme;
}

bool expectations_pay(const World& world) {
  const auto segments = segments_of(world);
  return std::all_of(segments.begin(), segments.end(), [](const auto& segment) {
    const Need& need = segment.is.behaviours.need;
    return need.model != Need::Model::contract &&
           (need.per == Need::ChoicePer::period || purchases_a_period(need) <= many_choices);
  });
}

}  // namespace

Estimator estimator_for(const Scenario& scenario, std::optional<Estimator> asked) {
  const World& world = scenario.world;
  if (asked == Estimator::realised || !purchases_are_linear(world)) return Estimator::realised;
  return asked || expectations_pay(world) ? Estimator::expected : Estimator::realised;
}

}  // namespace clientele
