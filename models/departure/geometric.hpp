// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "models/arithmetic.hpp"

namespace clientele {

/// Whether a customer leaves the category in a period: u < h.
/// u: uniform, [0, 1); rate: h, probability per period, 0..1. For the same u, who leaves at a low rate leaves
/// at a higher one too. The number of periods survived is geometric with mean (1 − h) / h.
template <class F>
auto departs(F u, F rate) {
  return u < rate;
}

/// Chance to leave at a renewal for a customer who would leave with chance h in each of the n periods of the
/// term:
///   1 − (1 − h)^n
inline float chance_over(double rate, double periods) {
  return static_cast<float>(1 - std::pow(1 - rate, periods));
}

}  // namespace clientele
