// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Chance that a customer takes an add-on in a period: the more satisfied, the likelier.
///   logit p = logit p̄ + β (S − S₀),  that is  p = p̄ / (p̄ + (1 − p̄) e^{−β (S − S₀)})
/// reference_chance: p̄, that of one whose satisfaction is S₀, 0..1 (0 and 1 stay); shift: β (S − S₀) in
/// base 2. The form is an estimate.
template <class F>
F adoption_chance(F reference_chance, F shift) {
  return reference_chance / fma(F(1) - reference_chance, exp2(F(0) - shift), reference_chance);
}

}  // namespace clientele
