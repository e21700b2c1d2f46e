// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Weight of brand j in the stationary distribution of a customer's last brand under the logit with inertia:
///   π_j ∝ e_j (Σ_k e_k + (B_j − 1) e_j)
/// e: exp(utility without the last-brand terms); sum: Σ_k e_k; bonus: B_j = exp(last-brand terms of j).
/// It follows from detailed balance: π_j e_k / (Σ + (B_j − 1) e_j) is symmetric in j and k, so the flows
/// between any two brands are equal; exact as long as B does not change. With B = 1 it is the logit itself.
/// (Derived here.)
template <class F>
F stationary_weight(F e, F sum, F bonus) {
  return e * fma(bonus - F(1), e, sum);
}

/// Probability that the next purchase stays with brand j: e_j B_j / (Σ_k e_k + (B_j − 1) e_j).
template <class F>
F repurchase_probability(F e, F sum, F bonus) {
  return e * bonus / fma(bonus - F(1), e, sum);
}

}  // namespace clientele
