// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "sim/engine/simulate.hpp"
#include "sim/study/run.hpp"

namespace clientele {

/// A study laid out for the engine: the plan, its scales, and the brands in the engine's order.
struct Stage {
  Plan plan;
  Scales scales;
  std::vector<std::string> brands;  ///< names in the engine's order; ours is first
  std::vector<double> appeal;       ///< by index into the baseline's brands
};

/// Which samples a plan is of: a draw, and its replications from one on; and what is told of them.
struct PlanOf {
  int draw = 0, first_replication = 0;
  Detail detail = Detail::all;
};

/// Prepares a baseline and scenarios to be simulated side by side. The baseline comes first in `scenarios`.
Stage set_stage(const std::vector<const Scenario*>& scenarios, const std::vector<double>& appeal,
                const RunOptions& options, PlanOf of = {});

/// A world to be lived: a scenario, whole or without some sources of our equity.
struct StagedWorld {
  Scenario scenario;
  Without without = {};
};

/// The plan of a stage with other worlds in place of its scenarios: the same people, luck and scales.
Plan with_worlds(const Stage& stage, const World& baseline, const std::vector<StagedWorld>& worlds,
                 Plan plan);

}  // namespace clientele
