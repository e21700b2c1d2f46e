// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Chance that a customer who buys in a period enrols in the programme at its end: heavy buyers select
/// themselves.
///   logit p = logit p̄ + s ln(λ / λ̄)
/// mean_chance: p̄, the chance of one with the mean need, 0..1 (0 and 1 stay); selection: s, log-odds per
/// e-fold of need; log2_need: log2 λ [units per period]; log2_mean: log2 λ̄. Members were heavy buyers before
/// they joined (Meyer-Waarden); the form is an estimate.
template <class F>
F enrolment_chance(F mean_chance, F selection, F log2_need, F log2_mean) {
  return mean_chance / fma(F(1) - mean_chance, exp2(selection * (log2_mean - log2_need)), mean_chance);
}

/// Utility that the way to the next reward adds for a member: φ x², x = min(1, points / threshold). It rises
/// as the reward comes nearer (points pressure); the square is an estimate. pressure: φ, utility just before
/// the reward; share: points / threshold, at least 0.
template <class F>
F points_pressure(F pressure, F share) {
  const F x = min(share, F(1));
  return pressure * x * x;
}

}  // namespace clientele
