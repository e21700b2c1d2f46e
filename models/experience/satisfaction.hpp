// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Memory after an experience: anchoring and adjustment.
///   s' = s + w (x − s)             s, x: rating; w: weight of the new experience, 0..1
/// Half-life of an experience at constant w: ln ½ / ln(1 − w) purchases.
/// Source: Bolton (1998), "A Dynamic Model of the Duration of the Customer's Relationship", Marketing Science
/// 17(1).
template <class F>
F updated_memory(F before, F experience, F weight) {
  return fma(weight, experience - before, before);
}

/// Weight of a new experience after so many purchases of the brand: w = max(w_lasting, w_first / (1 +
/// purchases)). The first purchase counts most; with w_first = 1 and w_lasting = 0 memory is the plain mean
/// of all experiences.
template <class F>
F weight_of_experience(F first, F lasting, F purchases) {
  return max(lasting, first / (F(1) + purchases));
}

/// Standard deviation of a memory at rest, of experiences with standard deviation σ at constant weight: σ √(w
/// / (2 − w)).
inline double memory_spread(double noise, double weight) { return noise * std::sqrt(weight / (2 - weight)); }

/// Satisfaction from the two memories: S = ω s_product + (1 − ω) s_service.
template <class F>
F satisfaction(F product, F service, F product_weight) {
  return fma(product_weight, product - service, service);
}

/// Utility that satisfaction adds to the brand bought last, with two thresholds:
///   s(S) = −κ_d max(0, L − S) + κ_c max(0, S − H)
/// Between L and H a customer is satisfied and switches as easily as anyone; L ≤ H.
/// Source: Ngobo (1999), "Decreasing Returns in Customer Loyalty"; asymmetry: Anderson & Mittal (2000).
template <class F>
F utility_of_satisfaction(F s, F low, F high, F disappointment, F delight) {
  return delight * max(F(0), s - high) - disappointment * max(F(0), low - s);
}

}  // namespace clientele
