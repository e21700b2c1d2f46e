// SPDX-License-Identifier: MIT
#pragma once

#include "sim/scenario/scenario.hpp"
#include "sim/study/accounts.hpp"
#include "sim/study/results.hpp"

namespace clientele {

/// What the screen says of one scenario of an outcome; against the baseline, scenario 0, if it is another.
Headline headline_of(const Books& books, const Outcome& outcome, int scenario, const Scenario& what);

/// Part of our customer equity that lies beyond the horizon if the last year's decline goes on: x / (1 − x)
/// of the last period, x the mean ratio of discounted contributions from one period to the next. 1 if it does
/// not decline.
double part_beyond_horizon(const Books& books, const Outcome& outcome, int scenario, int periods_in_a_year);

}  // namespace clientele
