// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// The largest rate that poisson_quantile takes at once; a larger one is a sum of independent parts.
inline constexpr float poisson_part = 16.0f;

/// 1/1, 1/2, 1/3, …: more than a rate of 16 can need.
struct Reciprocals {
  double of[96];
  constexpr Reciprocals() : of{} {
    for (int k = 0; k < 96; ++k) of[k] = 1.0 / (k + 1);
  }
};

/// Number of purchases in a period: the quantile of a Poisson distribution by adding up its probabilities.
///   K = min{k : u < F(k)},  F(k) = F(k − 1) + p_k,  p_0 = e^{−λ},  p_k = p_{k−1} λ / k
/// Monotone in u and, to rounding, in λ, so a higher rate never means fewer purchases for the same luck.
/// u: uniform, [0, 1); rate: λ [purchases per period], 0..16; none: e^{−λ}.
/// Ends where the next probability is below 1e-9: sums in 32 bits may stay below the largest u for ever, and
/// the best luck there is must not mean an absurd number. (At λ = 16 the first probability is 1.1e-7, so none
/// ends too early.)
template <class F>
F poisson_quantile(F u, F rate, F none) {
  static constexpr Reciprocals reciprocals;
  const F least(1e-9);
  F count = F(0), term = none, below = none;
  const auto next = [&](int k) {
    term = term * (rate * F(reciprocals.of[k]));
    below = below + term;
  };
  // Nearly everybody is done after eight terms. To ask about each term, or whether anyone goes on, costs
  // more.
  int k = 0;
#pragma GCC unroll 8
  for (; k < 8; ++k) {
    count = select(u >= below, count + F(1), count);
    next(k);
  }
  if (any((u >= below) & (least >= term))) count = F(0), term = none, below = none, k = 0;  // so ask
  while (any((u >= below) & (term > least)))
    for (const int until = k + 4; k < until; ++k) {
      count = count + select((u >= below) & (term > least), F(1), F(0));
      next(k);
    }
  return count;
}

}  // namespace clientele
