// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/findings.hpp"

namespace clientele {

/// The rows of profile.csv: today's customers of ours in ten parts of equally many people by
/// what they are worth to us in it, and who they are: value, purchases, segments, and the mean of each trait
/// that differs between people.
void tabulate_profile(const Sample& sample, Findings& findings);

}  // namespace clientele
