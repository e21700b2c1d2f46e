// SPDX-License-Identifier: MIT
#include "sim/study/bridge.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include "sim/base/problem.hpp"
#include "sim/engine/rivals.hpp"
#include "sim/scenario/catalogue.hpp"
#include "sim/scenario/draws.hpp"
#include "sim/scenario/lever_checks.hpp"
#include "sim/study/accounts.hpp"
#include "sim/study/sampling.hpp"

namespace clientele {

namespace {

constexpr int usual_samples = 32;       ///< of a bridge, at most
constexpr int most_lives = 1024;        ///< worlds lived for a bridge over draws, unless asked for more
constexpr double most_people = 280000;  ///< and people in them where nothing is uncertain
constexpr int worlds_at_once = 8;
constexpr int most_causes = 63;

/// The place of a source of equity in a coalition.
enum Source : int { value_source, brand_source, retention_source };

/// It does not hang on how many samples there will be: whoever asks for as many as a precision took gets the
/// same.
int samples_for(int worlds, const RunOptions& options) {
  if (worlds == 0) return most_samples;  // nothing has to be lived
  const bool by_draws = options.draws > 1;
  if (options.explain) return by_draws ? (*options.explain + shifts - 1) / shifts * shifts : *options.explain;
  const int affordable = by_draws ? std::max(1, most_lives / (worlds * shifts)) * shifts
                                  : std::max(2, static_cast<int>(most_people / worlds / options.customers));
  return std::min(usual_samples, affordable);
}

bool has_sources(const World& world) {
  const Brand& ours = world.brands[focal_index(world)].is;
  const auto segments = segments_of(world);
  return world.brands.size() > 1 && ours.price && ours.unit_cost &&
         std::all_of(segments.begin(), segments.end(), [](const auto& segment) {
           return segment.is.behaviours.choice.model == Choice::Model::logit;
         });
}

/// The scenario with those of its changes whose causes are in force.
Scenario with_only(const Scenario& scenario, const Bridge& bridge, Coalition in_force) {
  Scenario some = scenario;
  std::erase_if(some.changes, [&](const Change& change) {
    const int cause = bridge.cause_of[static_cast<std::size_t>(change.place)];
    return (in_force >> cause & 1) == 0;
  });
  return some;
}

/// Whether all levers keep to their ranges with any of the changes alone.
bool can_be_told_apart(const Scenario& scenario, const Bridge& bridge) {
  const auto catalogue = catalogue_of(scenario.world);
  return std::all_of(bridge.plan.coalitions.begin(), bridge.plan.coalitions.end(), [&](Coalition in_force) {
    Problems problems;
    check_levers_in_range(with_only(scenario, bridge, in_force), catalogue, {}, problems);
    return !problems.any();
  });
}

/// One cause for each change.
Bridge by_change(const Scenario& scenario) {
  Bridge bridge;
  for (const auto& key : keys_of_changes(scenario)) {
    bridge.cause_of.push_back(static_cast<int>(bridge.causes.size()));
    bridge.causes.push_back(key.substr(key.find('.') + 1));
  }
  return bridge;
}

/// One cause for each lever, whatever changes it.
Bridge by_lever(const Scenario& scenario) {
  Bridge bridge;
  for (const Change& change : scenario.changes) {
    const auto at = std::find(bridge.causes.begin(), bridge.causes.end(), change.path);
    bridge.cause_of.push_back(static_cast<int>(at - bridge.causes.begin()));
    if (at == bridge.causes.end()) bridge.causes.push_back(change.path);
  }
  return bridge;
}

std::optional<Bridge> bridge_over_changes(const Scenario& scenario) {
  const auto plan = [](Bridge& bridge) {
    bridge.plan = shapley_plan(static_cast<int>(bridge.causes.size()), most_lives / shifts);
  };
  if (scenario.changes.empty()) return std::nullopt;
  Bridge bridge = by_change(scenario);
  const bool several_of_one = by_lever(scenario).causes.size() < bridge.causes.size();
  const bool too_many = bridge.causes.size() > most_causes;
  if (!too_many) plan(bridge);
  if (too_many || (several_of_one && !can_be_told_apart(scenario, bridge))) {
    bridge = by_lever(scenario);
    if (bridge.causes.size() > most_causes) return std::nullopt;
    plan(bridge);
  }
  return bridge;
}

/// What is known of worlds of a bridge, and which of them are still to be lived.
struct Known {
  std::map<Coalition, std::vector<Worth>> worth;  ///< by the causes that are in force [sample]
  std::vector<Coalition> to_live;
};

std::vector<Worth> told_of(const LivedSamples& lived, int scenario, int samples) {
  std::vector<Worth> worth;
  for (int r = 0; r < samples; ++r) {
    Totals total = lived.told[static_cast<std::size_t>(r)].focal[static_cast<std::size_t>(scenario)].total;
    total.take_out_luck();
    worth.push_back({total.value, total.existing_value});
  }
  return worth;
}

/// Causes that are in force at all in this draw: some changes did not happen.
Coalition at_work(const Bridge& bridge, const LivedSamples& lived) {
  if (bridge.scenario == 0) return bridge.plan.coalitions.back();
  Coalition causes = 0;
  for (const Change& change : lived.scenarios[static_cast<std::size_t>(bridge.scenario)].changes)
    causes |= Coalition{1} << bridge.cause_of[static_cast<std::size_t>(change.place)];
  return causes;
}

StagedWorld world_of(const Bridge& bridge, const LivedSamples& lived, Coalition in_force,
                     const std::vector<double>& rivals) {
  const Scenario& scenario = lived.scenarios[static_cast<std::size_t>(bridge.scenario)];
  if (bridge.scenario > 0) return {with_only(scenario, bridge, in_force)};
  const auto is_off = [&](Source source) { return (in_force >> source & 1) == 0; };
  return {scenario,
          {.value = is_off(value_source),
           .brand = is_off(brand_source),
           .retention = is_off(retention_source),
           .rivals = rivals}};
}

/// Lives some worlds in the replications of the plan; false if it is stopped.
bool live(const std::vector<Coalition>& some, const Bridge& bridge, const LivedSamples& lived,
          const std::vector<double>& rivals, int samples, std::stop_token stop, Known& known) {
  std::vector<StagedWorld> worlds;
  for (const Coalition in_force : some) worlds.push_back(world_of(bridge, lived, in_force, rivals));
  Plan again = lived.stage.plan;
  again.replications = samples;
  again.detail = Detail::money;
  const Plan plan = with_worlds(lived.stage, lived.scenarios.front().world, worlds, again);
  const Books books{plan, lived.stage.scales, lived.stage.brands};
  const auto began = std::chrono::steady_clock::now();
  const Outcome outcome = simulate(plan, {}, stop);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  const double each = took.count() / static_cast<double>(some.size()) / samples;
  if (static_cast<int>(outcome.size()) < samples) return false;
  for (std::size_t w = 0; w < some.size(); ++w)
    for (const auto& replication : outcome) {
      Totals total = over_horizon(totals_by_period(books, static_cast<int>(w), replication[w], -1, 0));
      double periods = 0;
      for (const auto& segment : replication[w]) periods += static_cast<double>(segment.tally.lived());
      total.take_out_luck();
      known.worth[some[w]].push_back({total.value, total.existing_value, periods, each});
    }
  return true;
}

}  // namespace

std::vector<Bridge> bridges_of(const std::vector<Scenario>& scenarios, const RunOptions& options) {
  std::vector<Bridge> bridges;
  if (options.explain && *options.explain == 0) return bridges;
  if (has_sources(scenarios.front().world))
    bridges.push_back({.scenario = 0,
                       .causes = {"value", "brand", "retention"},
                       .cause_of = {},
                       .plan = shapley_plan(3),
                       .samples = 0,
                       .worth = {}});
  for (std::size_t s = 1; s < scenarios.size(); ++s)
    if (auto bridge = bridge_over_changes(scenarios[s])) {
      bridge->scenario = static_cast<int>(s);
      bridges.push_back(std::move(*bridge));
    }
  for (Bridge& bridge : bridges) bridge.samples = samples_for(bridge.worlds(), options);
  return bridges;
}

std::vector<std::vector<Worth>> worth_in(const Bridge& bridge, const LivedSamples& lived, int samples,
                                         std::stop_token stop) {
  const Coalition working = at_work(bridge, lived);
  Known known;
  known.worth[working] = told_of(lived, bridge.scenario, samples);
  if (bridge.scenario > 0) known.worth[0] = told_of(lived, 0, samples);
  for (const Coalition in_force : bridge.plan.coalitions)
    if (!known.worth.contains(in_force & working)) {
      known.worth[in_force & working];
      known.to_live.push_back(in_force & working);
    }
  const auto rivals = bridge.scenario == 0
                          ? weights_of_rivals(lived.scenarios.front().world, lived.stage.appeal)
                          : std::vector<double>();
  for (std::size_t begin = 0; begin < known.to_live.size(); begin += worlds_at_once) {
    const auto end = std::min(begin + worlds_at_once, known.to_live.size());
    const std::vector<Coalition> some(known.to_live.begin() + static_cast<std::ptrdiff_t>(begin),
                                      known.to_live.begin() + static_cast<std::ptrdiff_t>(end));
    if (!live(some, bridge, lived, rivals, samples, stop, known)) return {};
  }
  std::vector<std::vector<Worth>> worth(static_cast<std::size_t>(samples));
  for (const Coalition in_force : bridge.plan.coalitions)
    for (std::size_t r = 0; r < worth.size(); ++r) {
      worth[r].push_back(known.worth[in_force & working][r]);
      if (in_force != (in_force & working))
        worth[r].back().lived = worth[r].back().seconds = 0;  // it is told of another one
    }
  return worth;
}

}  // namespace clientele
