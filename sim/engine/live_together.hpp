// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "sim/engine/blocks.hpp"

namespace clientele {

/// Whether people of a plan hear from each other, so that no block of them can live on its own.
bool people_talk(const Plan& plan);

/// Lives one market, one scenario of one replication, period by period over all its blocks: what people say
/// in one period all hear in the next. Who may say something is counted in whole numbers within a segment,
/// then what they say is added over segments in their order, so that threads, lanes and blocks change
/// nothing. Each block's lives go to `rooms`. Returns a tally for each block; nothing if it was stopped.
std::optional<std::vector<Tally>> live_together(const Plan& plan, const Kernel& kernel,
                                                const std::vector<Task>& blocks,
                                                const std::vector<Life*>& rooms, int threads,
                                                const std::stop_token& stop);

}  // namespace clientele
