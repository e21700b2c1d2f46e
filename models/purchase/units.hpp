// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Units bought at an occasion, lognormal around the customer's own mean:
///   units = U exp(σ z − σ²/2) = 2^(σ₂ z + log₂ U − σ²/2 · log₂ e),  σ₂ = σ log₂ e
/// so that their mean is U whatever σ is. log2_level: log₂ U − σ²/2 · log₂ e; spread: σ₂ ≥ 0; z: standard
/// normal.
template <class F>
F lognormal_units(F log2_level, F spread, F z) {
  return exp2(fma(spread, z, log2_level));
}

/// What an occasion earns the brand: units (price − unit cost) − cost to serve [currency].
template <class F>
F contribution(F units, F unit_margin, F cost_to_serve) {
  return fma(units, unit_margin, F(0) - cost_to_serve);
}

}  // namespace clientele
