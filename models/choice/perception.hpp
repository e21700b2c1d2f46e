// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace clientele {

/// What people think of a brand that they do not know by experience, a period later:
///   x' = x + v (rating − x)
/// x, rating: 1..5, the rating being that of some periods ago, for word to get around; v: visibility, part of
/// the difference that becomes known in a period, 0..1: at 1 all, at 0 nothing. At rest, and at v = 1, it is
/// the rating to the last bit. Half of a change is known after ln ½ / ln(1 − v) periods, and the lag. (The
/// adaptive expectations of Nerlove 1958; own formulation for ratings.)
inline double perceived_rating(double before, double rating, double visibility) {
  return std::lerp(before, rating, visibility);
}

}  // namespace clientele
