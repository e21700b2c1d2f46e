// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "models/value/parameters.hpp"

namespace clientele {

/// One customer who pays m each period while he stays: the three conventions that are often mixed up.
///   first payment today:          m (1 + d) / (1 + d − r)
///   first payment already booked: m r / (1 + d − r)
///   payments at period ends:      m / (1 + d − r)
/// m: margin [currency per period]; r: retention, d: discount rate, both per period, 0 ≤ r < 1 + d.
/// Source: Fader & Hardie (2012), "Reconciling and Clarifying CLV Formulas", note 024.
inline double value_paid_today(double m, double r, double d) { return m * (1 + d) / (1 + d - r); }
inline double value_after_booked(double m, double r, double d) { return m * r / (1 + d - r); }
inline double value_paid_at_end(double m, double r, double d) { return m / (1 + d - r); }

/// Value over a horizon of T periods of a customer who pays m in every period in which he is there:
///   Σ_{t=1..T} m r^(t − a) (1 + d)^−(t − 1 + τ),   a = 1 if he may leave at the end of a period, 0 at its
///   start
/// With x = r / (1 + d):  m r^(1 − a) (1 + d)^−τ (1 − x^T) / (1 − x);  for T → ∞ it holds the three
/// conventions above.
inline double value_over_horizon(double m, double r, double d, double timing, bool leaves_at_start,
                                 double periods) {
  const double x = r / (1 + d);
  const double sum = x == 1 ? periods : (1 - std::pow(x, periods)) / (1 - x);
  return m * (leaves_at_start ? r : 1.0) * std::pow(1 + d, -timing) * sum;
}

/// Gupta & Lehmann's margin multiple, by which a customer's margin is multiplied to give his lifetime value:
///   r / (1 + i − r (1 + g))        g: growth of the margin per period, r (1 + g) < 1 + i
/// Source: Gupta & Lehmann (2003), "Customers as Assets", Journal of Interactive Marketing 17(1).
inline double margin_multiple(double r, double i, double g = 0) { return r / (1 + i - r * (1 + g)); }

/// Per cent by which that value rises when retention rises by one per cent: (1 + i) / (1 + i − r).
inline double retention_elasticity(double r, double i) { return (1 + i) / (1 + i - r); }

}  // namespace clientele
