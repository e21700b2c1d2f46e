// SPDX-License-Identifier: MIT
#include "sim/cli/check_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "sim/base/spelling.hpp"
#include "sim/cli/columns.hpp"
#include "sim/report/words.hpp"
#include "sim/scenario/catalogue.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {
std::string moment(double period, const World& world) {
  return quantity_text(period, Quantity::moment, world.market.period);
}

std::string when(int from, const std::optional<int>& until, const World& world) {
  std::string text = "from " + moment(from, world);
  if (until) text += " until " + moment(*until, world);
  return text;
}

/// The lever when the change is in full force, together with those written before it.
double full_value(double today, const Scenario& scenario, const Change& change) {
  std::vector<const Change*> so_far;
  for (const auto& one : scenario.changes) {
    if (one.path == change.path) so_far.push_back(&one);
    if (&one == &change) break;
  }
  const int ramp = static_cast<int>(std::ceil(change.over));
  return lever_at(today, so_far, change.from + std::max(0, ramp - 1));
}

std::vector<std::string> in_words(const Change& change, const Scenario& scenario,
                                  const std::vector<CatalogueEntry>& levers) {
  const Period period = scenario.world.market.period;
  std::string values, times = when(change.from, change.until, scenario.world);
  for (const auto& lever : levers) {
    if (lever.path != change.path) continue;
    const auto text = [&](double value) { return quantity_text(value, lever.quantity, period); };
    if (is_moment(lever)) times.clear();
    const double after = lever.today ? full_value(*lever.today, scenario, change) : change.amount;
    values = fmt::format("{} to {}", lever.today ? text(*lever.today) : "not given", text(after));
    if (change.how == Change::How::by_share) values += fmt::format(" ({:+.4g} %)", 100 * change.amount);
  }
  if (change.over > 1) times += ", over " + quantity_text(change.over, Quantity::duration, period);
  return {change.path, values, times};
}

std::vector<std::string> in_words(const Investment& investment, const Scenario& scenario) {
  const World& world = scenario.world;
  const std::string amount = money(investment.amount, world.market.currency);
  if (!investment.until)
    return {investment.name, amount, "once, at the start of " + moment(investment.from, world)};
  return {investment.name, fmt::format("{} per {}", amount, named(world.market.period).name),
          when(investment.from, investment.until, world)};
}
}  // namespace

std::string world_in_words(const World& world) {
  std::vector<std::string> brands;
  for (const auto& brand : world.brands) brands.push_back(brand.name);
  return wrapped(
      fmt::format("{}: {} people, {} ahead; brands {}; ours is {}", world.market.name,
                  compact(world.market.people.value),
                  quantity_text(world.market.horizon.value, Quantity::duration, world.market.period),
                  listed(brands), world.market.focal),
      "");
}

std::string assumptions(const Study& study) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : catalogue_of(study.baseline.world)) {
    const bool inherited = entry.path.starts_with("segments.");
    if (inherited || entry.value_text.empty() || study.places.knows(entry.path)) continue;
    rows.push_back({entry.path, entry.value_text, std::string(entry.meaning)});
  }
  return rows.empty() ? "" : "Assumed, because it is not written:\n" + in_columns(rows);
}

std::string implied_table(const std::vector<Implied>& implied) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : implied) {
    std::string value = one.value ? compact(*one.value) : std::string(missing);
    if (one.value && one.mc_error) value += " ± " + compact(*one.mc_error, 1);
    std::string how = one.unit;
    if (!one.how.empty()) how += (how.empty() ? "" : "; ") + one.how;
    rows.push_back({one.name, value, how});
  }
  return rows.empty() ? "" : "What the parameters imply:\n" + in_columns(rows);
}

std::string changes_in_words(const Scenario& scenario) {
  const auto levers = catalogue_of(scenario.world);
  std::vector<std::vector<std::string>> changes, investments;
  for (const auto& change : scenario.changes) changes.push_back(in_words(change, scenario, levers));
  for (const auto& investment : scenario.investments) investments.push_back(in_words(investment, scenario));
  std::string text =
      fmt::format("Scenario '{}' changes{}\n", scenario.name, changes.empty() ? " nothing" : ":");
  text += in_columns(changes);
  if (!investments.empty()) text += "It invests:\n" + in_columns(investments);
  return text;
}

}  // namespace clientele
