// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/samples.hpp"

namespace clientele {

/// Adds to results what speaks for each scenario and against it: odds of net value where there are draws,
/// payback, the parts of the spread, the gain of pairing, and the rows of comparison.csv and equity.csv. The
/// headlines are there.
void compare(const Samples& samples, const std::vector<Scenario>& scenarios, Results& results);

}  // namespace clientele
