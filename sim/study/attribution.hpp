// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/samples.hpp"

namespace clientele {

/// Adds to results where equity and its differences come from: value, brand and retention equity, what each
/// change of a scenario does, and by which mechanism; to the headlines and as rows of equity.csv. The
/// headlines are there.
void attribute(const Samples& samples, const std::vector<Scenario>& scenarios, Results& results);

}  // namespace clientele
