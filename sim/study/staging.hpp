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

/// Prepares a baseline and scenarios to be simulated side by side. The baseline comes first in `scenarios`.
Stage set_stage(const std::vector<const Scenario*>& scenarios, const std::vector<double>& appeal,
                const RunOptions& options);

}  // namespace clientele
