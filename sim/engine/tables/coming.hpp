// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "sim/engine/tables/layout.hpp"

namespace clientele {

/// Who comes into the category in each period, and by which ways, as expected, and whom channels reach; found
/// for all segments together, since channels spend on the people of all. Ways: 0 is what brings people
/// without a channel, then the channels in the world's order.
struct Coming {
  /// [row] part of this segment's people who are in the category by the row; the first is today.
  std::vector<double> joined;
  std::vector<std::vector<double>> by_way;  ///< [row][way] of them, the part that comes in the row
  std::vector<std::vector<double>> spend;   ///< [row][channel] [currency]
  /// [row][channel] newcomers of the whole market that one more unit of currency would bring in the row.
  std::vector<std::vector<double>> gain;
  /// [row][channel] chance that it reaches a rival's customer of this segment in the row.
  std::vector<std::vector<double>> reached;
  /// [row][channel] rivals' customers of the whole market whom one more unit of currency would reach.
  std::vector<std::vector<double>> reached_more;
};

/// Prospects are the expected number at the beginning of the period, so that nothing hangs on who is
/// simulated. Likewise rivals' customers: those who have come into the category by then, less the share that
/// the brand has today.
Coming coming(const Layout& layout);

}  // namespace clientele
