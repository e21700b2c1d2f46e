// SPDX-License-Identifier: MIT
#pragma once

#include "models/value/hypergeometric.hpp"

namespace clientele {

/// Part of a cohort whose chances to leave, once a period, are beta distributed (α, β) that is left after t
/// periods (shifted beta-geometric):
///   S(t) = B(α, β + t) / B(α, β) = Π_{k=0..t−1} (β + k) / (α + β + k)
/// alpha, beta > 0; periods: t ≥ 0. Source: Fader & Hardie (2007), "How to Project Customer Retention".
inline double beta_survival(double alpha, double beta, int periods) {
  double left = 1;
  for (int k = 0; k < periods; ++k) left *= (beta + k) / (alpha + beta + k);
  return left;
}

/// Number of payments, discounted, of a customer of such a cohort who pays 1 at once and 1 in every period in
/// which he is still there:  Σ_{t≥0} S(t) / (1 + d)^t = ₂F₁(1, β; α + β; 1 / (1 + d)),  d > 0 per period.
/// Source: Fader & Hardie (2010), "Customer-Base Valuation in a Contractual Setting".
inline double discounted_lifetime(double alpha, double beta, double d) {
  return hypergeometric(1, beta, alpha + beta, 1 / (1 + d));
}

/// The same just before his renewal number n + 1, when n are behind him: nothing is sure, but that he stayed
/// speaks for him:  (β + n) / (α + β + n) · ₂F₁(1, β + n + 1; α + β + n + 1; 1 / (1 + d)).
inline double discounted_residual_lifetime(double alpha, double beta, double d, int renewals) {
  const double b = beta + renewals;
  return b / (alpha + b) * discounted_lifetime(alpha, b + 1, d);
}

}  // namespace clientele
