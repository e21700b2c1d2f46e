// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/findings.hpp"

namespace clientele {

/// The rows of profile.csv: customers of ours, of today and to come, in ten parts of equally many people by
/// what they are worth to us, and who they are: value, purchases, channels, segments, and the mean of each
/// trait that differs between people.
void tabulate_profile(const Sample& sample, Findings& findings);

}  // namespace clientele
