// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Choice among brands by one uniform number: brand j has probability e_j / Σ e, e_j = exp(V_j), and is the j
/// for which
///   Σ_{k<j} e_k ≤ u Σ e < Σ_{k≤j} e_k.
/// cumulative[j] = Σ_{k≤j} e_k, positive at the end; u: uniform, [0, 1). A brand with e_j = 0 is never
/// chosen. The brand that comes first is chosen for all u below a bound that only moves with its share: put
/// ours first, and what a rival does moves our customers monotonically. Source: Train (2009), ch. 3.
template <class F>
F logit_choice(const F* cumulative, int brands, F u) {
  const F reach = u * cumulative[brands - 1];
  F chosen = F(0);
#pragma GCC unroll 8
  for (int j = 0; j + 1 < brands; ++j) chosen = select(reach >= cumulative[j], chosen + F(1), chosen);
  return chosen;
}

/// The probability of one of them, e_j / Σ e; 0 where there is none to choose.
template <class F>
F share_of(F weight, F total) {
  return select(total > F(0), weight / total, F(0));
}

}  // namespace clientele
