// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace clientele {

/// How a new thing spreads: some take it up of themselves, others because those around them have.
struct Diffusion {
  double innovation;  ///< p ≥ 0, a period
  double imitation;   ///< q ≥ 0, a period
};

/// Part of the people who have taken it up one period after a part F had:
///   dF/dt = (p + q F)(1 − F),  solved exactly over the period by
///   R = (p + q F) / (1 − F) e^{p + q},  F' = (R − p) / (R + q)
/// F: 0..1, and at 1 it stays. (A step of length 1 with the hazard of its beginning gives F(1) = p, .030 for
/// p = .03 and q = .38, where the truth is .0358.) From F = 0 and with p and q constant
///   F(t) = (1 − e^{−(p+q)t}) / (1 + (q/p) e^{−(p+q)t}).
/// Source: Bass (1969), "A New Product Growth for Model Consumer Durables", Management Science 15(5).
inline double part_after_a_period(double part, Diffusion d) {
  if (part >= 1 || d.innovation + d.imitation == 0) return part;
  const double ratio =
      (d.innovation + d.imitation * part) / (1 - part) * std::exp(d.innovation + d.imitation);
  return (ratio - d.innovation) / (ratio + d.imitation);
}

/// When most take it up at a time, if nobody had before: ln(q / p) / (p + q), for q > p > 0 (Bass 1969).
inline double time_of_peak(Diffusion d) {
  return std::log(d.imitation / d.innovation) / (d.innovation + d.imitation);
}

}  // namespace clientele
