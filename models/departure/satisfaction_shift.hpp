// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Chance to leave of a customer whose satisfaction is not at the reference, shifted in log-odds:
///   logit h' = logit h − β (S − S₀),  that is  h' = h / (h + (1 − h) e^{β (S − S₀)})
/// rate: h, 0..1; shift: β (S − S₀) in base 2. h = 0 and h = 1 stay; a higher satisfaction never means a
/// higher chance.
template <class F>
F shifted_departure(F rate, F shift) {
  return rate / fma(F(1) - rate, exp2(shift), rate);
}

/// Which memory counts more for a satisfaction below the reference S₀, S₀ − S = ω (S₀ − s_product) + (1 − ω)
/// (S₀ − s_service): true if it is the product's.
template <class F>
auto product_weighs_more(F product, F service, F product_weight, F reference) {
  return product_weight * (reference - product) > (F(1) - product_weight) * (reference - service);
}

/// Two independent reasons to leave in one period: 1 − (1 − a)(1 − b). Neither can fall below the other
/// alone.
template <class F>
F either_departure(F a, F b) {
  return fma(F(1) - a, b, a);
}

}  // namespace clientele
