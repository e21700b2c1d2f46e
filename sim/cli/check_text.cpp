// SPDX-License-Identifier: MIT
#include "sim/cli/check_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/spelling.hpp"
#include "sim/cli/columns.hpp"
#include "sim/report/words.hpp"
#include "sim/scenario/advice.hpp"
#include "sim/scenario/catalogue.hpp"
#include "sim/scenario/lever_reader.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {
std::string moment(double period, const World& world) {
  return quantity_text(period, Quantity::moment, world.market.period);
}

std::string when(int from, const std::optional<int>& until, const World& world) {
  if (until == from) return "in " + moment(from, world);
  std::string text = "from " + moment(from, world);
  if (until) text += " until " + moment(*until, world);
  return text;
}

/// A lever just before a change and with the change in full force, each with the changes written before it.
struct Effect {
  double before = 0, after = 0;
};
Effect effect_of(const Change& change, const Scenario& scenario, double today) {
  std::vector<const Change*> changes;
  for (const auto* one = scenario.changes.data(); one != &change; ++one)
    if (one->path == change.path) changes.push_back(one);
  const int horizon = static_cast<int>(std::lround(scenario.world.market.horizon.value));
  const int ramp_ends =
      change.from + std::max(0, static_cast<int>(std::ceil(std::min(change.over, 1e6))) - 1);
  const int in_full = std::min({ramp_ends, change.until.value_or(horizon), horizon});
  Effect effect{.before = lever_at(today, changes, in_full)};
  changes.push_back(&change);
  effect.after = lever_at(today, changes, in_full);
  return effect;
}

std::string uncertain_text(const std::optional<Assumption>& uncertain) {
  return uncertain ? ", not known exactly: " + uncertain->written : "";
}

/// What is not known of a change, behind its middle.
std::string as_far_as_known(const Change& change) {
  std::string text = uncertain_text(change.uncertain);
  if (change.probability < 1)
    text += ", with probability " + quantity_text(change.probability, Quantity::share, Period::month);
  return text;
}

/// `in month 12 (before: never)`
std::string moment_in_words(const Change& change, const Scenario& scenario, const CatalogueEntry& lever) {
  std::optional<double> before = lever.today;
  for (const auto* one = scenario.changes.data(); one != &change; ++one)
    if (one->path == change.path) before = one->amount;
  const bool enters = change.path.ends_with(".enters");
  const std::string was = before ? moment(*before, scenario.world) : enters ? "from the start" : "never";
  return fmt::format("{}{} (before: {}){}", std::isinf(change.amount) ? "" : "in ",
                     moment(change.amount, scenario.world), was, as_far_as_known(change));
}

std::vector<std::string> in_words(const Change& change, const Scenario& scenario,
                                  const std::vector<CatalogueEntry>& levers) {
  const Period period = scenario.world.market.period;
  const auto lever = std::find_if(levers.begin(), levers.end(),
                                  [&](const CatalogueEntry& entry) { return entry.path == change.path; });
  if (lever == levers.end()) return {change.path};
  if (is_moment(*lever)) return {change.path, moment_in_words(change, scenario, *lever)};
  const Effect effect = effect_of(change, scenario, lever->today.value_or(change.amount));
  const auto [before, after] = texts_beside(effect.before, effect.after, lever->quantity, period);
  std::string values = fmt::format("{} to {}", before, after);
  if (change.how == Change::How::by_share) values += fmt::format(" ({:+.4g} %)", 100 * change.amount);
  std::string times = when(change.from, change.until, scenario.world);
  if (change.over > 1) times += ", over " + quantity_text(change.over, Quantity::duration, period);
  if (change.each) {
    times += ", each " + quantity_text(*change.each, Quantity::duration, period);
    if (change.times) times += fmt::format(", {} {}", *change.times, *change.times == 1 ? "time" : "times");
  }
  return {change.path, values, times + as_far_as_known(change)};
}

std::vector<std::string> in_words(const Investment& investment, const Scenario& scenario) {
  const World& world = scenario.world;
  const std::string amount = money(investment.amount, world.market.currency);
  const std::string uncertain = uncertain_text(investment.uncertain);
  if (!investment.until)
    return {investment.name, amount + uncertain, "once, at the start of " + moment(investment.from, world)};
  return {investment.name, fmt::format("{} per {}{}", amount, named(world.market.period).name, uncertain),
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
    if (inherited || !entry.unread.empty() || entry.value_text.empty() || study.places.knows(entry.path))
      continue;
    if (entry.path == "choice.inertia" && study.baseline.world.behaviours.choice.retention) continue;
    rows.push_back({entry.path, entry.value_text, std::string(entry.meaning)});
  }
  return rows.empty() ? "" : "Assumed, because it is not written:\n" + in_columns(rows);
}

std::string advice_text(const Study& study) {
  std::string text;
  for (const auto& sentence : advice_on(study.scenarios.empty() ? study.baseline : study.scenarios.front()))
    text += wrapped("Note: " + sentence + ".", "");
  return text;
}

std::string implied_table(const std::vector<Implied>& implied) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : implied) {
    std::string value = one.value ? compact(*one.value) : std::string(missing);
    if (one.value && one.mc_error) {
      const std::string error = compact(*one.mc_error, 1);
      value += *one.mc_error > 0 && error == "0" ? " ± <0.0005" : " ± " + error;
    }
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

std::string consequences_in_words(const Scenario& scenario) {
  const LeverReader at(scenario);
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : catalogue_of(scenario.world)) {
    const auto line = at.course().find(entry.path);
    if (line == at.course().end()) continue;
    const auto& values = line->second;
    const auto changes = changes_of(scenario, entry.path);
    std::size_t first = 0, most = 0;
    double largest = 0;
    for (std::size_t period = 1; period < values.size(); ++period) {
      const double moved =
          std::abs(values[period] - lever_at(values.front(), changes, static_cast<int>(period)));
      if (moved < 1e-9) continue;  // rounding
      if (first == 0) first = period;
      if (moved > largest) largest = moved, most = period;
    }
    if (first == 0) continue;
    const auto [before, after] =
        texts_beside(values.front(), values[most], entry.quantity, scenario.world.market.period);
    rows.push_back(
        {entry.path, before + " to " + after,
         "from " + moment(static_cast<double>(first), scenario.world) +
             (most > first ? ", most in " + moment(static_cast<double>(most), scenario.world) : "")});
  }
  return rows.empty() ? "" : "From this follows:\n" + in_columns(rows);
}

}  // namespace clientele
