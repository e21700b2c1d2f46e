// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "models/value/discount.hpp"
#include "sim/engine/tables/layout.hpp"
#include "sim/scenario/answers.hpp"

namespace clientele {

namespace {

/// The most units that a customer can hardly buy more of at an occasion, at today's price and without growth.
double most_units(const Behaviours& behaviours) {
  const Purchase& purchase = behaviours.purchase;
  double units = table_of(purchase.units).at(is_constant(purchase.units) ? 0 : 4.5);
  if (purchase.model == Purchase::Model::lognormal) units *= std::exp(4.5 * purchase.variation.value);
  if (purchase.model == Purchase::Model::gamma_gamma) {
    const double p = purchase.within_shape.value;
    units = inverse_gamma_table(purchase.between_shape.value, purchase.scale.value).at(4.5) *
            table_of({Distribution::gamma, {p}, {p}}).at(4.5);
  }
  if (behaviours.need.per == Need::ChoicePer::period) {
    double most_season = 1;
    for (const Lever& factor : behaviours.need.season)
      most_season = std::max(most_season, factor.today.value);
    units *= 10 + 3 * most_season * table_of(behaviours.need.purchases).at(3);
  }
  return units;
}

/// The largest amounts of one scenario.
struct Largest {
  double units = 0, money = 0;

  void grow(const Largest& other) {
    units = std::max(units, other.units);
    money = std::max(money, other.money);
  }
};

Largest largest_in(const Scenario& scenario, const Answering& answering) {
  const World& world = scenario.world;
  const LeverReader at(scenario, answering);
  const int periods = static_cast<int>(std::lround(world.market.horizon.value));
  Largest largest;
  for (const auto& segment : segments_of(world)) {
    const Behaviours& behaviours = segment.is.behaviours;
    const double units = most_units(behaviours);
    for (const auto& brand : world.brands)
      for (int row = 0; row <= periods; ++row) {
        const std::string path = "brands." + brand.name + ".";
        const double price = brand.is.price ? at(*brand.is.price, path + "price", row) : 0;
        const double cost = brand.is.unit_cost ? at(*brand.is.unit_cost, path + "unit_cost", row) : 0;
        const double cheaper = brand.is.price ? price / brand.is.price->today.value : 1;
        const double bought = units * std::pow(cheaper, behaviours.purchase.price_elasticity.value) *
                              std::pow(1 + std::max(0.0, behaviours.purchase.growth.value), row);
        // A negative discount rate makes later money larger.
        const double discount =
            row == 0 ? 1
                     : discount_factor(world.value.discount_rate.value, row, timing(world.value.cash_flow));
        double money = bought * std::max(price, cost) +
                       at(brand.is.cost_to_serve, path + "cost_to_serve", row) +
                       at(brand.is.cost_to_keep, path + "cost_to_keep", row) +
                       at(brand.is.exit_fee, path + "exit_fee", row) +
                       at(brand.is.cost_per_complaint, path + "cost_per_complaint", row) +
                       at(brand.is.cost_of_answer, path + "cost_of_answer", row) +
                       at(brand.is.referral_reward, path + "referral_reward", row) +
                       at(brand.is.referral_welcome, path + "referral_welcome", row);
        for (const auto& [name, kind] : world.contacts)
          if (brand.name == sender_of(world, kind))
            money += at(kind.cost, "contacts." + name + ".cost", row) *
                     (1 + at(kind.frequency, "contacts." + name + ".frequency", row));
        for (const auto& [name, add_on] : world.add_ons)
          if (brand.name == sender_of(world, add_on))
            money += std::max(at(add_on.price, "add_ons." + name + ".price", row),
                              at(add_on.cost, "add_ons." + name + ".cost", row));
        if (const auto& programme = brand.is.programme) {
          const std::string of = path + "programme.";
          const double points = bought * price * at(programme->points, of + "points", row);
          money += at(programme->cost_per_member, of + "cost_per_member", row) +
                   at(programme->reward_cost, of + "reward_cost", row) *
                       (1 + points / at(programme->threshold, of + "threshold", row));
        }
        largest.grow({bought, money * discount});
      }
  }
  return largest;
}

}  // namespace

Scales scales_for(const std::vector<const Scenario*>& scenarios) {
  Largest largest;
  for (const Scenario* scenario : scenarios) {
    const auto& brands = scenario->world.brands;
    const Answering nobody(brands.size(), false), all_who_may;
    largest.grow(largest_in(*scenario, all_who_may));
    if (std::any_of(brands.begin(), brands.end(), [](const auto& brand) { return reacts(brand.is); }))
      largest.grow(largest_in(*scenario, nobody));  // prices are highest if nobody answers, units if all do
  }
  return {fixed_point_for(largest.money), fixed_point_for(largest.units)};
}

}  // namespace clientele
