// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "bench/findings.hpp"

namespace clientele::bench {

/// How much less variance mean equity has when what is not known is drawn from shifted Sobol sequences than
/// when each draw is independent of the others: V / n over the variance of the mean of n draws, V their
/// variance. From how the means of shifts differ; errors are by the jackknife over these.
struct SobolGain {
  Measured formula;    ///< of a formula for equity, in which nothing is left to chance
  Measured simulated;  ///< of the reference world, people and luck being other ones in each draw
};

/// With five numbers of the market not known. `people` are simulated in each draw.
SobolGain measure_sobol(const std::string& market, int draws, int people);

}  // namespace clientele::bench
