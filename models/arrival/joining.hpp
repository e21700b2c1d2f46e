// SPDX-License-Identifier: MIT
#pragma once

#include <span>

namespace clientele {

/// The period in which person k of n joins, if so much of his segment has joined by each period:
///   min {t : (k + ½) / n < F(t)}
/// joined: F by period, rising, 0..1; the first is today. Returns −1 for who never joins. Of any n people the
/// part that has joined is F to within half a person, and a larger F never lets anybody join later.
inline int joining_period(int k, int n, std::span<const double> joined) {
  const double rank = (k + 0.5) / n;
  for (std::size_t t = 0; t < joined.size(); ++t)
    if (rank < joined[t]) return static_cast<int>(t);
  return -1;
}

}  // namespace clientele
