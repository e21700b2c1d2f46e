// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "models/value/discount.hpp"
#include "sim/engine/tables/layout.hpp"

namespace clientele {

Scales scales_for(const std::vector<const Scenario*>& scenarios) {
  double largest_units = 0, largest_money = 0;
  for (const Scenario* scenario : scenarios) {
    const World& world = scenario->world;
    const LeverReader at(*scenario);
    const int periods = static_cast<int>(std::lround(world.market.horizon.value));
    for (const auto& segment : segments_of(world)) {
      const auto& purchase = segment.is.behaviours.purchase;
      double units = table_of(purchase.units).at(is_constant(purchase.units) ? 0 : 4.5);
      if (purchase.model == Purchase::Model::lognormal) units *= std::exp(4.5 * purchase.variation.value);
      if (purchase.model == Purchase::Model::gamma_gamma) {
        const double p = purchase.within_shape.value;
        units = inverse_gamma_table(purchase.between_shape.value, purchase.scale.value).at(4.5) *
                table_of({Distribution::gamma, {p}, {p}}).at(4.5);
      }
      if (segment.is.behaviours.need.per == Need::ChoicePer::period)
        units *= 10 + 3 * table_of(segment.is.behaviours.need.purchases).at(3);
      largest_units = std::max(largest_units, units);
    }
    for (const auto& brand : world.brands)
      for (int row = 0; row <= periods; ++row) {
        const std::string path = "brands." + brand.name + ".";
        const double price = brand.is.price ? at(*brand.is.price, path + "price", row) : 0;
        const double cost = brand.is.unit_cost ? at(*brand.is.unit_cost, path + "unit_cost", row) : 0;
        largest_money = std::max(largest_money, largest_units * std::max(price, cost) +
                                                    at(brand.is.cost_to_serve, path + "cost_to_serve", row));
      }
  }
  double dearest = 1;  // a negative discount rate makes later money larger
  for (const Scenario* scenario : scenarios)
    dearest = std::max(
        dearest, discount_factor(scenario->world.value.discount_rate.value,
                                 static_cast<int>(std::lround(scenario->world.market.horizon.value)), 1));
  largest_money *= dearest;
  return {fixed_point_for(largest_money), fixed_point_for(largest_units)};
}

}  // namespace clientele
