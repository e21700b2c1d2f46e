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

/// Units bought at an occasion under the gamma-gamma model: gamma distributed with shape p and the customer's
/// own rate ν,
///   units = G_p(u) / ν,   ν ~ gamma(q) with rate γ
/// so that a customer's mean is p / ν and the mean of all p γ / (q − 1). log2_level: −log₂ ν; log2_gamma:
/// log₂ G_p(u). Source: Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value".
template <class F>
F gamma_gamma_units(F log2_level, F log2_gamma) {
  return exp2(log2_level + log2_gamma);
}

/// Their mean over all customers: p γ / (q − 1) [units], q > 1.
inline double gamma_gamma_mean(double p, double q, double scale) { return p * scale / (q - 1); }

/// Logarithm of the factor by which units change with price and tenure:
///   log₂ (p / p₀)^ε (1 + g)^τ = ε log₂ (p / p₀) + τ log₂ (1 + g)
/// log2_at_price: ε log₂ (p / p₀), p₀ being the brand's price today and ε ≤ 0 the elasticity; tenure: τ ≥ 0,
/// whole periods as a customer before this one; log2_growth: log₂ (1 + g). Source of the growth: Gupta &
/// Lehmann (2003).
template <class F>
F log2_units_factor(F log2_at_price, F tenure, F log2_growth) {
  return fma(tenure, log2_growth, log2_at_price);
}

/// What an occasion earns the brand: units (price − unit cost) − cost to serve [currency].
template <class F>
F contribution(F units, F unit_margin, F cost_to_serve) {
  return fma(units, unit_margin, F(0) - cost_to_serve);
}

}  // namespace clientele
