// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "sim/engine/simulate.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// A baseline in which everything is found that people know by its outcome: appeals that give the shares of
/// today, inertia that gives the retention.
struct Settled {
  World world;                 ///< with inertia instead of retention
  std::vector<double> appeal;  ///< by index into world.brands

  /// What a small sample of customers misses at this solution, sampling, memories and bonds together: the
  /// factor of each brand's share, and of each segment the difference of the logit of retention.
  struct Missed {
    std::vector<double> shares, retention;
  };
  Missed missed;
};

/// Finds appeals and inertia in full: on a large sample, and by rehearsing where memories or bonds act.
/// RunFailed where they cannot be found.
Settled settle(const World& baseline, std::uint64_t seed, const Workplace& workplace, std::stop_token stop);

/// Finds them for the same world with other numbers, such as a draw of what is not known: on a small sample,
/// with what that missed in the world nearby. Without a rehearsal, so a hundred times as fast; how far the
/// shares of draws are off is in tests/engine/settle_test.cpp.
Settled settle_near(const World& baseline, const Settled& nearby);

}  // namespace clientele
