// SPDX-License-Identifier: MIT
#include "sim/study/staging.hpp"

#include "sim/base/contract.hpp"

namespace clientele {

Stage set_stage(const std::vector<const Scenario*>& scenarios, const std::vector<double>& appeal,
                const RunOptions& options) {
  expects(!scenarios.empty());
  const World& baseline = scenarios.front()->world;
  Stage stage{.plan = {}, .scales = scales_for(scenarios), .brands = {}, .appeal = appeal};
  for (const std::size_t b : brand_order(baseline).brands) stage.brands.push_back(baseline.brands[b].name);
  stage.plan.population = populate(baseline, options.customers);
  stage.plan.seed = options.seed;
  stage.plan.replications = options.replications;
  stage.plan.workplace = {.threads = options.threads, .lanes = options.lanes, .block = options.block};
  for (const Scenario* scenario : scenarios) {
    auto& segments = stage.plan.scenarios.emplace_back();
    for (const auto& segment : segments_of(scenario->world))
      segments.push_back(segment_tables({*scenario, baseline, appeal, segment, stage.scales,
                                         stage.plan.population[segments.size()].people}));
  }
  return stage;
}

}  // namespace clientele
