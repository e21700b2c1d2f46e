// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/findings.hpp"

namespace clientele {

/// The rows of channels.csv, in the world's order of channels; none where it has no channels.
void tabulate_channels(const Sample& sample, Findings& findings);

/// What the screen tells of the focal brand's channels, from the rows of channels.csv.
std::vector<ChannelHeadline> channels_of_ours(const std::vector<ChannelRow>& rows, const Scenario& what);

}  // namespace clientele
