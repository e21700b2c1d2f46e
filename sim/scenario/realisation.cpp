// SPDX-License-Identifier: MIT
#include "sim/scenario/realisation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/contract.hpp"
#include "sim/scenario/numbers_by_path.hpp"
#include "sim/scenario/uncertain_shares.hpp"

namespace clientele {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

std::string entry_of(const Named<Brand>& brand) { return "brands." + brand.name + ".enters"; }

bool may_not_come(const Brand& brand) {
  return brand.enters && brand.entry_probability && brand.entry_probability->value < 1;
}

void add_once(std::vector<Assumption>& assumptions, const std::optional<Assumption>& one) {
  if (!one) return;
  const bool known = std::any_of(assumptions.begin(), assumptions.end(), [&](const Assumption& other) {
    return other.path == one->path && other.law == one->law && other.per == one->per;
  });
  if (!known) assumptions.push_back(*one);
}

void add_once(std::vector<std::string>& events, const std::string& one) {
  if (std::find(events.begin(), events.end(), one) == events.end()) events.push_back(one);
}

/// What was drawn, looked up.
struct Draw {
  const Unknowns& unknowns;
  const Drawn& drawn;

  double value_of(const Assumption& assumption) const {
    for (std::size_t i = 0; i < unknowns.assumptions.size(); ++i) {
      const Assumption& one = unknowns.assumptions[i];
      if (one.path == assumption.path && one.law == assumption.law && one.per == assumption.per)
        return drawn.values[i];
    }
    expects(false);
    return 0;
  }
  bool happens(const std::string& event, double probability) const {
    const auto at = std::find(unknowns.events.begin(), unknowns.events.end(), event);
    expects(at != unknowns.events.end());
    return drawn.luck[static_cast<std::size_t>(at - unknowns.events.begin())] < probability;
  }

  /// The numbers of the world by all the paths on which they act.
  NumbersByPath numbers() const {
    NumbersByPath numbers;
    for (std::size_t i = 0; i < unknowns.assumptions.size(); ++i)
      for (const auto& path : unknowns.assumptions[i].acts_on) numbers[path] = drawn.values[i];
    if (unknowns.joint && drawn.row)
      for (std::size_t c = 0; c < unknowns.joint->paths.size(); ++c)
        for (const auto& path : unknowns.joint->acts_on[c])
          numbers[path] = unknowns.joint->rows[*drawn.row][c];
    return numbers;
  }
};

/// Whether the change happens, given that it may be of the entry of a brand that does not come at all.
bool happens(const Change& change, const std::string& key, const World& world, const Draw& draw) {
  if (change.probability < 1 && !draw.happens(key, change.probability)) return false;
  return std::none_of(world.brands.begin(), world.brands.end(), [&](const auto& brand) {
    return change.path == entry_of(brand) && may_not_come(brand.is) &&
           !draw.happens(change.path, brand.is.entry_probability->value);
  });
}

std::vector<Change> changes_that_happen(const Scenario& scenario, const Draw& draw) {
  std::vector<Change> changes;
  const auto keys = keys_of_changes(scenario);
  for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
    Change change = scenario.changes[i];
    if (!happens(change, keys[i], scenario.world, draw)) continue;
    if (change.uncertain) {
      change.amount = draw.value_of(*change.uncertain);
      const bool beyond = change.amount > scenario.world.market.horizon.value;
      if (change.uncertain->quantity == Quantity::moment && beyond) change.amount = never;
      change.uncertain.reset();
    }
    change.probability = 1;
    changes.push_back(std::move(change));
  }
  return changes;
}

void settle_entries(World& world, const Draw& draw) {
  for (auto& brand : world.brands) {
    if (may_not_come(brand.is) && !draw.happens(entry_of(brand), brand.is.entry_probability->value))
      brand.is.enters->today.value = never;
    brand.is.entry_probability.reset();
  }
}

void forget_uncertainty(World& world) {
  world.assumptions.clear();
  world.correlations.clear();
  world.joint.reset();
}

}  // namespace

Unknowns unknowns_of(const std::vector<Scenario>& scenarios) {
  expects(!scenarios.empty());
  const World& world = scenarios.front().world;
  Unknowns unknowns{.assumptions = world.assumptions,
                    .correlations = world.correlations,
                    .joint = world.joint,
                    .events = {}};
  for (const auto& brand : world.brands)
    if (may_not_come(brand.is)) unknowns.events.push_back(entry_of(brand));
  for (const auto& scenario : scenarios) {
    const auto keys = keys_of_changes(scenario);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      add_once(unknowns.assumptions, scenario.changes[i].uncertain);
      if (scenario.changes[i].probability < 1) add_once(unknowns.events, keys[i]);
    }
    for (const auto& investment : scenario.investments) add_once(unknowns.assumptions, investment.uncertain);
  }
  return unknowns;
}

std::vector<Scenario> realised(const std::vector<Scenario>& scenarios, const Unknowns& unknowns,
                               const Drawn& drawn) {
  expects(drawn.values.size() == unknowns.assumptions.size() && drawn.luck.size() == unknowns.events.size());
  const Draw draw{unknowns, drawn};
  const NumbersByPath numbers = draw.numbers();
  std::vector<Scenario> result = scenarios;
  for (Scenario& scenario : result) {
    scenario.changes = changes_that_happen(scenario, draw);
    for (auto& investment : scenario.investments)
      if (investment.uncertain) {
        investment.amount = draw.value_of(*investment.uncertain);
        investment.uncertain.reset();
      }
    set_numbers(scenario.world, numbers);
    make_room(scenario.world, [&](const std::string& path) { return numbers.contains(path); });
    settle_entries(scenario.world, draw);
    forget_uncertainty(scenario.world);
  }
  return result;
}

}  // namespace clientele
