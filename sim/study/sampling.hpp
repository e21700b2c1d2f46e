// SPDX-License-Identifier: MIT
#pragma once

#include <stop_token>

#include "sim/study/run.hpp"
#include "sim/study/samples.hpp"

namespace clientele {

/// Draws, or replications of one, up to which an asked-for precision is sought.
inline constexpr int most_samples = 1 << 15;

/// Draws that are lived twice more, to tell the simulation's noise.
inline constexpr int doubled_draws = 32;

/// How many replications of one draw are lived, at most, before what they tell is kept, and their people
/// forgotten.
int replications_at_once(const RunOptions& options);

/// Lives all scenarios in all draws and replications and keeps what each tells. The first scenario is the
/// baseline. Draws are independent work for the threads; where there is one, its replications are. Stopped
/// early it holds the draws (eights of them) or replications that were finished, from the first.
Samples take_samples(const std::vector<Scenario>& scenarios, const RunOptions& options,
                     const Progress& progress, std::stop_token stop);

}  // namespace clientele
