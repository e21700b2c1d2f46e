// SPDX-License-Identifier: MIT
#include "sim/scenario/advice.hpp"

#include <cmath>

#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {
/// `us sells below its unit cost: 3.20 < 4.10`, in the first period in which it does; else empty.
std::string of_price(const Named<Brand>& brand, const Scenario& scenario) {
  if (!brand.is.price || !brand.is.unit_cost) return {};
  const Period period = scenario.world.market.period;
  const double price = brand.is.price->today.value, cost = brand.is.unit_cost->today.value;
  const auto below = [&](double charged, double spent, const std::string& when) {
    const auto [left, right] = texts_beside(charged, spent, Quantity::money, period);
    return brand.name + " sells below its unit cost" + when + ": " + left + " < " + right;
  };
  if (price < cost) return below(price, cost, "");
  const auto prices = changes_of(scenario, "brands." + brand.name + ".price");
  const auto costs = changes_of(scenario, "brands." + brand.name + ".unit_cost");
  if (prices.empty() && costs.empty()) return {};
  const int horizon = static_cast<int>(std::lround(scenario.world.market.horizon.value));
  for (int t = 1; t <= horizon; ++t) {
    const double charged = lever_at(price, prices, t), spent = lever_at(cost, costs, t);
    if (charged < spent)
      return below(charged, spent, " from " + quantity_text(t, Quantity::moment, period) + " on");
  }
  return {};
}
}  // namespace

std::vector<std::string> advice_on(const Scenario& scenario) {
  std::vector<std::string> advice;
  for (const auto& brand : scenario.world.brands)
    if (auto sentence = of_price(brand, scenario); !sentence.empty()) advice.push_back(std::move(sentence));
  return advice;
}

}  // namespace clientele
