// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace clientele {

/// ln Γ(x) for x > 0. Not std::lgamma, which notes the sign of Γ in a variable that all threads share.
inline double log_gamma(double x) {
  int sign = 0;
  return ::lgamma_r(x, &sign);
}

}  // namespace clientele
