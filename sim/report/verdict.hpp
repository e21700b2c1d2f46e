// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/study/results.hpp"

namespace clientele {

/// A scenario's outcome in one or two plain sentences: does it gain or lose, is that more than the Monte
/// Carlo error, do customers go the same way, is the investment worth it. `headline` must be one that stands
/// against a baseline.
std::string verdict(const Results& results, const Headline& headline);

}  // namespace clientele
