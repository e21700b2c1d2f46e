// SPDX-License-Identifier: MIT
#include "sim/scenario/advice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/scenario/lever_reader.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/referrals.hpp"

namespace clientele {

namespace {
/// `us sells below its unit cost: 3.20 < 4.10`, in the first period in which it does; else empty.
std::string of_price(const Named<Brand>& brand, const Scenario& scenario, const LeverReader& at) {
  if (!brand.is.price || !brand.is.unit_cost) return {};
  const Period period = scenario.world.market.period;
  const double price = brand.is.price->today.value, cost = brand.is.unit_cost->today.value;
  const auto below = [&](double charged, double spent, const std::string& when) {
    const auto [left, right] = texts_beside(charged, spent, Quantity::money, period);
    return brand.name + " sells below its unit cost" + when + ": " + left + " < " + right;
  };
  if (price < cost) return below(price, cost, "");
  const std::string path = "brands." + brand.name + ".";
  const int horizon = static_cast<int>(std::lround(scenario.world.market.horizon.value));
  const auto charged = [&](int t) { return at(*brand.is.price, path + "price", t); };
  const auto spent = [&](int t) { return at(*brand.is.unit_cost, path + "unit_cost", t); };
  int first = 1, last = horizon;
  while (first <= horizon && !(charged(first) < spent(first))) ++first;
  if (first > horizon) return {};
  while (charged(last) < spent(last) && last > first) --last;
  const std::string moment = quantity_text(first, Quantity::moment, period);
  return below(charged(first), spent(first),
               last == first ? " from " + moment + " on" : ", first in " + moment);
}

/// `the change of brands.us.price comes 10 times, but only 3 times within the horizon`, where it does.
std::string of_repeats(const Change& change, const Scenario& scenario) {
  const int horizon = static_cast<int>(std::lround(scenario.world.market.horizon.value));
  if (!change.each || !change.times) return {};
  const int completed = times_completed(change, horizon);
  if (completed == *change.times) return {};
  const auto times = [](int n) { return std::to_string(n) + (n == 1 ? " time" : " times"); };
  return "the change of " + change.path + " comes " + times(*change.times) + ", but only " +
         times(completed) + " whole within the horizon";
}
/// `arrivals tells of 70 months, but the horizon ends after 60`, where it does.
std::string of_arrivals(const Scenario& scenario) {
  const Market& market = scenario.world.market;
  std::size_t longest = 0;
  for (const auto& segment : segments_of(scenario.world))
    longest = std::max(longest, segment.is.behaviours.arrival.arrivals.size());
  const auto listed = static_cast<double>(longest);
  if (listed <= market.horizon.value) return {};
  return "arrivals tells of " + quantity_text(listed, Quantity::duration, market.period) +
         ", but the horizon ends after " +
         quantity_text(market.horizon.value, Quantity::duration, market.period) +
         ": who would come later stays away";
}
/// `a customer brings in 1.2 others over his life …`, where that is one or more.
std::string of_referrals(const Scenario& scenario) {
  const auto factor = branching_by_formula(scenario.world);
  return factor && *factor >= 1 ? without_limit(*factor) : "";
}
}  // namespace

std::string without_limit(double factor) {
  return "a customer brings in " + fmt::format("{:.2f}", factor) +
         " others over his life, and each of them as many: his value grows without limit, until prospects "
         "run "
         "out. It hangs on 'prospects' and 'horizon'";
}

std::vector<std::string> advice_on(const Scenario& scenario) {
  std::vector<std::string> advice;
  const LeverReader at(scenario);
  for (const auto& brand : scenario.world.brands)
    if (auto sentence = of_price(brand, scenario, at); !sentence.empty())
      advice.push_back(std::move(sentence));
  if (auto sentence = of_arrivals(scenario); !sentence.empty()) advice.push_back(std::move(sentence));
  if (auto sentence = of_referrals(scenario); !sentence.empty()) advice.push_back(std::move(sentence));
  for (const auto& change : scenario.changes)
    if (auto sentence = of_repeats(change, scenario); !sentence.empty())
      advice.push_back(std::move(sentence));
  return advice;
}

}  // namespace clientele
