// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// The largest rate that poisson_quantile takes at once; a larger one is a sum of independent parts.
inline constexpr float poisson_part = 16.0f;

/// 1/1, 1/2, 1/3, …: more than a rate of 16 can need; and 1/0!, 1/1!, 1/2!, … for the first of them.
struct Reciprocals {
  static constexpr int at_once = 8;
  double of[96], of_factorial[at_once + 1];
  constexpr Reciprocals() : of{}, of_factorial{1} {
    for (int k = 0; k < 96; ++k) of[k] = 1.0 / (k + 1);
    for (int k = 0; k < at_once; ++k) of_factorial[k + 1] = of_factorial[k] * of[k];
  }
};

/// poisson_quantile for whoever is not done after its first terms: from the first one on, as far as it goes.
/// Rare, and apart, so that the many need not make room for it.
template <class F>
[[gnu::noinline]] F long_poisson_quantile(F u, F rate, F none) {
  static constexpr Reciprocals reciprocals;
  const F least(1e-9);
  F count = F(0), power = none, term = none, below = none;
  for (int k = 0; any((u >= below) & (term > least)); ++k) {
    count = count + select((u >= below) & (term > least), F(1), F(0));
    if (k < Reciprocals::at_once) {
      power = power * rate;
      term = power * F(reciprocals.of_factorial[k + 1]);
      below = fma(power, F(reciprocals.of_factorial[k + 1]), below);
    } else {
      term = term * (rate * F(reciprocals.of[k]));
      below = below + term;
    }
  }
  return count;
}

/// Number of purchases in a period: the quantile of a Poisson distribution by adding up its probabilities.
///   K = min{k : u < F(k)},  F(k) = F(k − 1) + p_k,  p_k = e^{−λ} λ^k / k!
/// Monotone in u and, to rounding, in λ, so a higher rate never means fewer purchases for the same luck.
/// u: uniform, [0, 1); rate: λ [purchases per period], 0..16; none: e^{−λ}.
/// Ends where the next probability is below 1e-9: sums in 32 bits may stay below the largest u for ever, and
/// the best luck there is must not mean an absurd number. (At λ = 16 the first probability is 1.1e-7, so none
/// ends too early.)
template <class F>
F poisson_quantile(F u, F rate, F none) {
  static constexpr Reciprocals reciprocals;
  F count = F(0), power = none, below = none;  // power: e^{−λ} λ^k
  // Nearly everybody is done after eight terms. To ask about each term, or whether anyone goes on, costs
  // more.
#pragma GCC unroll 8
  for (int k = 0; k < Reciprocals::at_once; ++k) {
    count = select(u >= below, count + F(1), count);
    power = power * rate;
    below = fma(power, F(reciprocals.of_factorial[k + 1]), below);
  }
  return any(u >= below) ? long_poisson_quantile(u, rate, none) : count;
}

}  // namespace clientele
