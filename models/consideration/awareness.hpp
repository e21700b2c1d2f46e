// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Whether a customer has heard of a brand: v_ij < A_jt, with a uniform v_ij of his own for good, so that
/// whoever knows a brand at one awareness knows it at every higher one. notice: v, [0, 1); awareness: A,
/// share of people, [0, 1]. A brand that he ever bought he knows whatever its awareness.
template <class F>
auto has_heard_of(F notice, F awareness) {
  return notice < awareness;
}

/// How far a customer is from hearing of a brand: v / A, below 1 if he has. Who has heard of none of the
/// brands there knows the nearest, since everybody in the market buys something. awareness: A > 0, or tiny.
template <class F>
F distance_from_hearing(F notice, F awareness) {
  return notice / awareness;
}

}  // namespace clientele
