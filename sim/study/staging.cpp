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

/// A scenario in all the courses that the replications of a plan take.
LaidScenario laid(const Scenario& scenario, const Without& without, const World& baseline,
                  const std::vector<double>& appeal, Scales scales, const Plan& plan) {
  LaidScenario laid;
  const auto lay = [&](const Answering& answering) {
    auto& segments = laid.courses.emplace_back();
    for (const auto& segment : segments_of(scenario.world))
      segments.push_back(segment_tables({scenario, baseline, appeal, segment, scales,
                                         plan.population[segments.size()].people, answering, without,
                                         plan.estimator, plan.detail}));
  };
  std::map<Answering, int> courses;
  for (const Answering& answering : answerings(scenario, plan)) {
    const auto [course, fresh] = courses.try_emplace(answering, static_cast<int>(courses.size()));
    if (fresh) lay(answering);
    laid.taken.push_back(course->second);
  }
  if (laid.courses.empty()) lay({});
  return laid;
}

}  // namespace

Stage set_stage(const std::vector<const Scenario*>& scenarios, const std::vector<double>& appeal,
                const RunOptions& options, PlanOf of) {
  expects(!scenarios.empty());
  const World& baseline = scenarios.front()->world;
  Stage stage{.plan = {}, .scales = scales_for(scenarios), .brands = {}, .appeal = appeal};
  for (const std::size_t b : brand_order(baseline).brands) stage.brands.push_back(baseline.brands[b].name);
  stage.plan.population = populate(baseline, options.customers);
  stage.plan.estimator = options.estimator.value_or(estimator_for(*scenarios.front(), std::nullopt));
  stage.plan.detail = of.detail;
  stage.plan.seed = options.seed;
  stage.plan.draw = static_cast<std::uint32_t>(of.draw);
  stage.plan.first_replication = of.first_replication;
  stage.plan.replications = options.replications;
  stage.plan.workplace = {.threads = options.threads, .lanes = options.lanes, .block = options.block};
  for (const Scenario* scenario : scenarios)
    stage.plan.scenarios.push_back(laid(*scenario, {}, baseline, appeal, stage.scales, stage.plan));
  return stage;
}

Plan with_worlds(const Stage& stage, const World& baseline, const std::vector<StagedWorld>& worlds,
                 Plan plan) {
  plan.scenarios.clear();
  for (const auto& [scenario, without] : worlds)
    plan.scenarios.push_back(laid(scenario, without, baseline, stage.appeal, stage.scales, plan));
  return plan;
}

}  // namespace clientele
