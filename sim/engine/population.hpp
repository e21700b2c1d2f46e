// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/world.hpp"

namespace clientele {

/// The simulated people of a segment and whom they stand for.
struct SegmentPopulation {
  std::string name;
  int people = 0;          ///< simulated in each replication
  double weight = 0;       ///< people of the market that each stands for
  std::uint32_t slot = 0;  ///< upper byte of their person numbers

  std::uint32_t person(int index) const { return static_cast<std::uint32_t>(index) | slot << 24; }
};

/// Shares out so many simulated people over the segments in proportion, each at least one, by largest
/// remainders. A segment's slot comes from its name, so that adding a segment renumbers nobody; where two
/// names meet in one slot the one that comes first in the alphabet keeps it.
std::vector<SegmentPopulation> populate(const World& world, int customers);

}  // namespace clientele
