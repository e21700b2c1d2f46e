// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/findings.hpp"

namespace clientele {

/// Fills the rows of all tables for one scenario of a sample: every metric of every behaviour, by brand and
/// segment, and the distribution of customer value.
void tabulate(const Sample& sample, Findings& findings);

}  // namespace clientele
