// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Chance that a free trial makes a customer who has lived through it, shifted in log-odds by his
/// satisfaction:
///   logit c' = logit c + β (S − S₀),  that is  c' = c e^x / (1 − c + c e^x),  x = β (S − S₀)
/// conversion: c, 0..1; shift: x in base 2. c = 0 and c = 1 stay; a higher satisfaction never means a lower
/// chance.
template <class F>
F converted_chance(F conversion, F shift) {
  const F likely = conversion * exp2(shift);
  return likely / ((F(1) - conversion) + likely);
}

}  // namespace clientele
