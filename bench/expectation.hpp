// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "bench/clientele_market.hpp"

namespace clientele::bench {

/// How much less variance equity and its differences have by what was to be expected of purchases than by
/// what they brought:  Var realised / Var expected  over replications, with the same luck.
struct ExpectationGain {
  Measured equity;                    ///< of our brand
  std::vector<Measured> differences;  ///< what each price cut makes of it, paired
};

/// Measures price cuts from the first period on. Errors are by the jackknife over replications.
ExpectationGain measure_expectation(const Scenario& baseline, const std::vector<double>& cuts, Size size);

/// How many times as long the simulation takes with expectations: the least of some rounds in turns.
double time_of_expectation(const Scenario& baseline, Size size, int rounds);

}  // namespace clientele::bench
