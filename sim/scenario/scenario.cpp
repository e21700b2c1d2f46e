// SPDX-License-Identifier: MIT
#include "sim/scenario/scenario.hpp"

#include <algorithm>
#include <map>

#include "models/value/discount.hpp"

namespace clientele {

double in_force(const Change& change, int period) {
  if (period < change.from) return 0;
  int since = period - change.from;  // it began, this time
  if (change.each) {
    if (change.times && since / *change.each >= *change.times) return 0;
    since %= *change.each;
  }
  if (change.until && since > *change.until - change.from) return 0;
  return change.over <= 0 ? 1 : std::min(1.0, (since + 1) / change.over);
}

int times_completed(const Change& change, int horizon) {
  if (!change.until || *change.until > horizon) return 0;
  const int fit = change.each ? 1 + (horizon - *change.until) / *change.each : 1;
  return std::min(fit, change.each ? change.times.value_or(fit) : 1);
}

double lever_at(double today, const std::vector<const Change*>& changes, int period) {
  double value = today;
  for (const Change* change : changes) {
    const double part = in_force(*change, period);
    switch (change->how) {
      case Change::How::by_share:
        value *= 1 + part * change->amount;
        break;
      case Change::How::by_amount:
        value += part * change->amount;
        break;
      case Change::How::to:
        if (part > 0) value += part * (change->amount - value);
        break;
    }
  }
  return value;
}

std::vector<const Change*> changes_of(const Scenario& scenario, const std::string& path,
                                      const std::string& inherited) {
  std::vector<const Change*> found;
  for (const auto& change : scenario.changes)
    if (change.path == path || (!inherited.empty() && change.path == inherited)) found.push_back(&change);
  return found;
}

namespace {
/// Numbers what comes more than once: a, b, a.2
std::vector<std::string> told_apart(const std::vector<std::string>& names) {
  std::map<std::string, int> times;
  std::vector<std::string> keys;
  for (const auto& name : names) {
    const int time = ++times[name];
    keys.push_back(time > 1 ? name + "." + std::to_string(time) : name);
  }
  return keys;
}
}  // namespace

std::vector<std::string> keys_of_changes(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const auto& change : scenario.changes) names.push_back("changes." + change.path);
  return told_apart(names);
}

std::vector<std::string> keys_of_investments(const Scenario& scenario) {
  std::vector<std::string> names;
  for (const auto& investment : scenario.investments) names.push_back("investments." + investment.name);
  return told_apart(names);
}

double investment_today(const Scenario& scenario) {
  const double rate = scenario.world.value.discount_rate.value;
  double sum = 0;
  for (const auto& investment : scenario.investments)
    for (int period = investment.from; period <= investment.until.value_or(investment.from); ++period)
      sum += investment.amount * discount_factor(rate, period, 0);
  return sum;
}

}  // namespace clientele
