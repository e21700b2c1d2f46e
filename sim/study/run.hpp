// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"
#include "sim/study/estimator.hpp"
#include "sim/study/results.hpp"

namespace clientele {

/// How exact the mean difference to the baseline is to be: half the width of its 90 % interval is at most
/// this.
struct Precision {
  double share = 0;   ///< of the difference
  double amount = 0;  ///< [currency]

  double of(double difference) const { return amount > 0 ? amount : share * std::abs(difference); }
};

/// How large a simulation is and how it is carried out. Only the first seven, and the last, decide what comes
/// out.
struct RunOptions {
  int customers = 10000;  ///< simulated people in each replication
  int replications = 0;   ///< independent populations in each draw; 0: one, or 8 where nothing is uncertain
  int draws = 0;          ///< of what is uncertain, a multiple of 8; 0: 256 where anything is
  std::optional<Precision> precision = std::nullopt;  ///< draws are doubled until this is reached
  std::optional<int> explain = std::nullopt;  ///< draws, or replications, in which it is worked out where
                                              ///< equity comes from; 0: not at all; absent: 32 at most
  std::optional<Estimator> estimator = std::nullopt;  ///< of mean equity; none: what fits the world
  std::uint64_t seed = 1;
  int threads = 0;              ///< 0: all cores
  int lanes = 0;                ///< 0: the widest this machine has
  int block = 0;                ///< people simulated together; 0: as many as suit the market
  double table_memory = 512e6;  ///< bytes for what samples tell; of more than fit, long tables go into bins
};

/// The options with the defaults that fit what is simulated; draws up to a multiple of 8.
RunOptions settled(RunOptions options, const std::vector<Scenario>& scenarios);

/// Called now and then with the part of the work that is done, 0..1; from one thread at a time.
using Progress = std::function<void(double done)>;

/// Simulates a baseline and scenarios beside it with the same customers and the same luck.
///
/// Shares given in the baseline are solved into appeals first, in each draw of what is not known, and these
/// hold in the scenarios. When `stop` is requested what is finished so far is kept (Results::interrupted):
/// replications, or draws by the eight; with none finished, RunFailed is thrown. Throws RunFailed if an
/// amount does not fit the fixed-point scale, or if shares cannot be reached.
Results run(const Scenario& baseline, const std::vector<Scenario>& scenarios, const RunOptions& options,
            const Progress& progress, std::stop_token stop);

}  // namespace clientele
