// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <optional>

namespace clientele {

/// Share of those who have not heard of a brand whom its advertising reaches in a period:
///   f = 1 − exp(−e m a),   0 ≤ f < 1
/// a: advertising [currency per period], at least 0; m: consistency of its message, 0..1; e: effectiveness [1
/// per currency a period]. Each further unit reaches fewer who have not been reached.
inline double reach_of_advertising(double effectiveness, double consistency, double advertising) {
  return -std::expm1(-effectiveness * consistency * advertising);
}

/// Awareness a period later: some of those who know the brand forget it, some of the others hear of it.
///   A' = A − δ A + (1 − A) f
/// A: share of people, 0..1; δ: decay, share who forget in a period; f: reach_of_advertising. Without
/// advertising half is forgotten in ln ½ / ln(1 − δ) periods. The form is that of Nerlove & Arrow's goodwill
/// (1962), with the ceiling of Vidale & Wolfe (1957), "An Operations-Research Study of Sales Response to
/// Advertising".
inline double next_awareness(double awareness, double decay, double reach) {
  return awareness + ((1 - awareness) * reach - decay * awareness);
}

/// Awareness that advertising of this reach holds: A* = f / (f + δ); f or δ above 0.
inline double awareness_held(double reach, double decay) { return reach / (reach + decay); }

/// Effectiveness at which advertising holds an awareness A: e = −ln(1 − δ A / (1 − A)) / (m a). None where no
/// advertising could: m a = 0, or A above 1 / (1 + δ), which it would take to reach everybody each period.
inline std::optional<double> effectiveness_holding(double awareness, double decay, double consistency,
                                                   double advertising) {
  const double lost = decay * awareness / (1 - awareness);
  if (!(lost < 1) || !(consistency * advertising > 0)) return std::nullopt;
  return -std::log1p(-lost) / (consistency * advertising);
}

}  // namespace clientele
