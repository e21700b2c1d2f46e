// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/accounts.hpp"
#include "sim/study/results.hpp"

namespace clientele {

/// The rows of channels.csv of one scenario, in the world's order of channels; none where it has no channels.
void tabulate_channels(const Books& books, const Outcome& outcome, int scenario, const Scenario& what,
                       Results& results);

/// What the screen tells of the focal brand's channels.
std::vector<ChannelHeadline> channels_of_ours(const Books& books, const Outcome& outcome, int scenario,
                                              const Scenario& what);

}  // namespace clientele
