// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "models/value/hypergeometric.hpp"

namespace clientele {

/// How often people buy: Poisson, at a rate of each one's own, λ ~ gamma(shape r, rate α), mean r / α.
/// alpha: α [periods]; r, α > 0.
struct Pace {
  double r;
  double alpha;
};

/// Expected repeat purchases in t periods of a customer who has just made his first, and who leaves after
/// each further one with a chance ~ beta(a, b):
///   E[X(t)] = (a + b − 1) / (a − 1) · [1 − (α / (α + t))^r ₂F₁(r, b; a + b − 1; t / (α + t))]
/// a, b > 0, a ≠ 1, a + b > 1; time: t ≥ 0 [periods].
/// Source: Fader, Hardie & Lee (2005), "'Counting Your Customers' the Easy Way", BG/NBD.
inline double bg_nbd_purchases(Pace pace, double a, double b, double time) {
  const double f = hypergeometric(pace.r, b, a + b - 1, time / (pace.alpha + time));
  return (a + b - 1) / (a - 1) * (1 - std::pow(pace.alpha / (pace.alpha + time), pace.r) * f);
}

/// Part of the customers still there after t periods who leave at any moment, at a rate of each one's own, μ
/// ~ gamma(shape s, rate β):  (β / (β + t))^s. Source: Schmittlein, Morrison & Colombo (1987), "Counting Your
/// Customers", Pareto/NBD.
inline double pareto_survival(double s, double beta, double time) {
  return std::pow(beta / (beta + time), s);
}

/// Expected purchases of theirs in t periods:
///   E[X(t)] = r β / (α (s − 1)) · [1 − (β / (β + t))^(s − 1)],   at s = 1: r β / α · ln((β + t) / β)
/// Source: Schmittlein, Morrison & Colombo (1987), equation 17.
inline double pareto_nbd_purchases(Pace pace, double s, double beta, double time) {
  const double paying =
      s == 1 ? std::log1p(time / beta) : -std::expm1((s - 1) * -std::log1p(time / beta)) / (s - 1);
  return pace.r * beta / pace.alpha * paying;
}

}  // namespace clientele
