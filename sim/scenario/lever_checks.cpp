// SPDX-License-Identifier: MIT
#include "sim/scenario/lever_checks.hpp"

#include <algorithm>
#include <cmath>

#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

/// The path whose changes a lever takes over: a segment's lever follows the world's unless it is its own.
std::string inherited(const std::string& path, const World& world) {
  if (!path.starts_with("segments.") || world.own_levers.contains(path)) return {};
  return path.substr(path.find('.', std::string_view("segments.").size()) + 1);
}

using Changes = std::vector<const Change*>;

std::optional<int> first_out_of_range(const CatalogueEntry& lever, const Changes& changes, int horizon) {
  for (int t = 1; t <= horizon; ++t)
    if (!lever.range.contains(lever_at(*lever.today, changes, t))) return t;
  return std::nullopt;
}

const Change& last_in_force(const Changes& changes, int period) {
  const Change* last = changes.front();
  for (const Change* change : changes)
    if (in_force(*change, period) > 0) last = change;
  return *last;
}

/// Whether `by: -10` would keep the lever in its range if it were `by: -10%`.
bool fits_in_percent(const CatalogueEntry& lever, Changes changes, const Change& one, int horizon) {
  if (one.how != Change::How::by_amount || std::abs(one.amount) < 1) return false;
  Change in_percent = one;
  in_percent.how = Change::How::by_share;
  in_percent.amount = one.amount / 100;
  std::replace(changes.begin(), changes.end(), &one, static_cast<const Change*>(&in_percent));
  return !first_out_of_range(lever, changes, horizon);
}

}  // namespace

void check_levers_in_range(const Scenario& scenario, const std::vector<CatalogueEntry>& catalogue,
                           const Places& places, Problems& problems) {
  const Period period = scenario.world.market.period;
  const int horizon = static_cast<int>(scenario.world.market.horizon.value);
  for (const auto& entry : catalogue) {
    if (entry.kind != "lever" || !entry.today || is_moment(entry)) continue;
    const auto changes = changes_of(scenario, entry.path, inherited(entry.path, scenario.world));
    if (changes.empty()) continue;
    const auto t = first_out_of_range(entry, changes, horizon);
    if (!t) continue;
    const Change& change = last_in_force(changes, *t);
    const std::string path = "changes." + std::to_string(&change - scenario.changes.data() + 1);
    const double value = lever_at(*entry.today, changes, *t);
    problems.add({places.of(path), path,
                  "takes '" + entry.path + "' to " + quantity_text(value, entry.quantity, period) + " in " +
                      quantity_text(*t, Quantity::moment, period) + ", out of its range (" +
                      range_text(entry.range, entry.quantity, period) + ")",
                  fits_in_percent(entry, changes, change, horizon)
                      ? "Did you mean '" + number_text(change.amount) + "%'?"
                      : "Write a smaller change, or 'to' with a value in the range."});
  }
}

}  // namespace clientele
