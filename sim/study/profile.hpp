// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/accounts.hpp"
#include "sim/study/results.hpp"

namespace clientele {

/// The rows of profile.csv of one scenario: today's customers of ours in ten parts of equally many people by
/// what they are worth to us in it, and who they are: value, purchases, segments, and the mean of each trait
/// that differs between people.
void tabulate_profile(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
                      Results& results);

}  // namespace clientele
