// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Gauss's hypergeometric function by its power series,
///   ₂F₁(a, b; c; z) = Σ_n (a)_n (b)_n / (c)_n zⁿ / n!,   0 ≤ z < 1
/// for a, b ≥ 0 and c > 0, so that all terms are positive. It ends where what is left is below 1e-16 of the
/// sum; near z = 1 that takes about 40 / (1 − z) terms.
inline double hypergeometric(double a, double b, double c, double z) {
  double term = 1, sum = 1;
  for (double n = 0; n < 1e8; ++n) {
    const double ratio = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
    sum += term *= ratio;
    if (ratio < 1 && term <= 1e-16 * sum * (1 - (ratio > z ? ratio : z))) break;
  }
  return sum;
}

}  // namespace clientele
