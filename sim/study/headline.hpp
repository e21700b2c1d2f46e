// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/samples.hpp"

namespace clientele {

/// What the screen says of one scenario; against the baseline, scenario 0, if it is another.
Headline headline_of(const Samples& samples, int scenario, const Scenario& what);

/// Part of our customer equity that lies beyond the horizon if the last year's decline goes on: x / (1 − x)
/// of the last period, x the mean ratio of discounted contributions from one period to the next. 1 if it does
/// not decline.
double part_beyond_horizon(const Samples& samples, int scenario, int periods_in_a_year);

}  // namespace clientele
