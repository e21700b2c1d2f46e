// SPDX-License-Identifier: MIT
#include "sim/study/staging.hpp"

#include <algorithm>
#include <map>

#include "sim/base/contract.hpp"
#include "sim/engine/answering.hpp"
#include "sim/scenario/answers.hpp"
#include "sim/study/estimator.hpp"

namespace clientele {

namespace {

/// The ways in which brands answer each other in the replications of a plan. In a world without changes
/// nobody has anything to answer.
std::vector<Answering> answerings(const Scenario& scenario, const Plan& plan) {
  const auto& brands = scenario.world.brands;
  if (scenario.changes.empty() || std::none_of(brands.begin(), brands.end(),
                                               [](const auto& brand) { return reacts_by_chance(brand.is); }))
    return {};
  std::vector<Answering> all;
  for (int r = 0; r < plan.replications; ++r)
    all.push_back(answering_in(scenario.world, plan.seed, plan.draw, plan.first_replication + r));
  return all;
}

}  // namespace

Stage set_stage(const std::vector<const Scenario*>& scenarios, const std::vector<double>& appeal,
                const RunOptions& options) {
  expects(!scenarios.empty());
  const World& baseline = scenarios.front()->world;
  Stage stage{.plan = {}, .scales = scales_for(scenarios), .brands = {}, .appeal = appeal};
  for (const std::size_t b : brand_order(baseline).brands) stage.brands.push_back(baseline.brands[b].name);
  stage.plan.population = populate(baseline, options.customers);
  stage.plan.estimator = options.estimator.value_or(estimator_for(*scenarios.front(), std::nullopt));
  stage.plan.seed = options.seed;
  stage.plan.replications = options.replications;
  stage.plan.workplace = {.threads = options.threads, .lanes = options.lanes, .block = options.block};
  for (const Scenario* scenario : scenarios) {
    LaidScenario& laid = stage.plan.scenarios.emplace_back();
    const auto lay = [&](const Answering& answering) {
      auto& segments = laid.courses.emplace_back();
      for (const auto& segment : segments_of(scenario->world))
        segments.push_back(
            segment_tables({*scenario, baseline, appeal, segment, stage.scales,
                            stage.plan.population[segments.size()].people, answering, stage.plan.estimator}));
    };
    std::map<Answering, int> courses;
    for (const Answering& answering : answerings(*scenario, stage.plan)) {
      const auto [course, fresh] = courses.try_emplace(answering, static_cast<int>(courses.size()));
      if (fresh) lay(answering);
      laid.taken.push_back(course->second);
    }
    if (laid.courses.empty()) lay({});
  }
  return stage;
}

}  // namespace clientele
