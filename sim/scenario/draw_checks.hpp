// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "sim/base/problem.hpp"
#include "sim/scenario/realisation.hpp"

namespace clientele {

/// Checks before any work that every draw is a sound world with sound changes, if all happens that may:
/// numbers in their ranges, and the rules across fields, such as an awareness above the share. The first
/// scenario is the baseline; `places` are those of each scenario. Throws BadScenario with the first few rules
/// that are broken, each at the assumption that is nearest to it, and in how many draws.
void check_draws(const std::vector<Scenario>& scenarios, const Unknowns& unknowns,
                 const std::vector<Drawn>& draws, const std::vector<Places>& places);

}  // namespace clientele
