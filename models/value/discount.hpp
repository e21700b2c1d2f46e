// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace clientele {

/// Value today of one unit of currency that flows in a period: (1 + d)^−(t − 1 + τ).
/// d: compound rate per period, above −1; t: period, from 1; τ: part of the period that has passed, 0..1.
inline double discount_factor(double rate, int period, double timing) {
  return std::pow(1 + rate, -(period - 1 + timing));
}

}  // namespace clientele
