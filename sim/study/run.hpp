// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/study/results.hpp"

namespace clientele {

/// How large a simulation is and how it is carried out. Only the first three decide what comes out.
struct RunOptions {
  int customers = 10000;  ///< simulated people in each replication
  int replications = 8;   ///< independent populations
  std::uint64_t seed = 1;
  int threads = 0;   ///< 0: all cores
  int lanes = 0;     ///< 0: the widest this machine has
  int block = 4096;  ///< people simulated together
};

/// Called now and then with the part of the work that is done, 0..1; from one thread at a time.
using Progress = std::function<void(double done)>;

/// Simulates a baseline and, if there is one, a scenario beside it with the same customers and the same luck.
///
/// Shares given in the baseline are solved into appeals first, and these hold in the scenario. When `stop` is
/// requested the replications finished so far are kept (Results::interrupted); with none finished, RunFailed
/// is thrown. Throws RunFailed if an amount does not fit the fixed-point scale, or if shares cannot be
/// reached.
Results run(const Scenario& baseline, const std::optional<Scenario>& scenario, const RunOptions& options,
            const Progress& progress, std::stop_token stop);

}  // namespace clientele
