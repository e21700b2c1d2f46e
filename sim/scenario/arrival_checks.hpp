// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// Checks that no more people arrive than there are prospects, in the world and after the changes of a
/// scenario.
void check_arrivals(const Scenario& scenario, const Places& places, Problems& problems);

}  // namespace clientele
