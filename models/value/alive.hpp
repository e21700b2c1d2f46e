// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "models/value/hypergeometric.hpp"
#include "models/value/log_gamma.hpp"
#include "models/value/repeat_purchases.hpp"

namespace clientele {

/// What was seen of a customer who says no goodbye: x purchases after his first, the last of them at t_x, in
/// all the time T since. 0 ≤ t_x ≤ T [periods]; t_x = 0 exactly if x = 0.
struct Seen {
  double purchases, last, time;
};

/// Chance that he is still a customer where one leaves after purchases (BG/NBD):
///   P = 1 / (1 + [x > 0] a / (b + x − 1) ((α + T) / (α + t_x))^{r + x})
/// with λ ~ gamma(r, α), chance to leave ~ beta(a, b). Who made no further purchase has had no occasion to
/// leave. Source: Fader, Hardie & Lee (2005); Fader & Hardie (2008), note 021.
inline double bg_nbd_alive(Pace pace, double a, double b, Seen seen) {
  if (seen.purchases == 0) return 1;
  const double longer = (pace.alpha + seen.time) / (pace.alpha + seen.last);
  return 1 / (1 + a / (b + seen.purchases - 1) * std::exp((pace.r + seen.purchases) * std::log(longer)));
}

/// The same where one leaves at any moment, at a rate ~ gamma(s, β) (Pareto/NBD):
///   P = 1 / (1 + s / (r + s + x) (α + T)^{r + x} (β + T)^s A₀),
///   A₀ = F(t_x) / (α + t_x)^{r + s + x} − F(T) / (α + T)^{r + s + x},
///   F(t) = ₂F₁(r + s + x, s + 1; r + s + x + 1; (α − β) / (α + t))  for α ≥ β; for α < β with β in place of
///   α and ₂F₁(r + s + x, r + x; r + s + x + 1; (β − α) / (β + t)).
/// Source: Schmittlein, Morrison & Colombo (1987); Fader & Hardie (2005), note 009.
inline double pareto_nbd_alive(Pace pace, double s, double beta, Seen seen) {
  const double shape = pace.r + seen.purchases, all = shape + s;
  const double large = std::fmax(pace.alpha, beta), apart = std::fabs(pace.alpha - beta);
  const double second = pace.alpha >= beta ? s + 1 : shape;
  const auto part = [&](double t) {  // F(t) (α + T)^{r + x} (β + T)^s / (larger + t)^{r + s + x}
    const double scale = shape * std::log((pace.alpha + seen.time) / (large + t)) +
                         s * std::log((beta + seen.time) / (large + t));
    return std::exp(scale) * hypergeometric(all, second, all + 1, apart / (large + t));
  };
  return 1 / (1 + s / all * (part(seen.last) - part(seen.time)));
}

/// The same where one may buy once a period, with chance ~ beta(α, β), and leaves at its start with chance ~
/// beta(γ, δ) (BG/BB), after n periods:
///   P = A / (A + Σ_{i=0}^{n − t_x − 1} B(α + x, β + t_x − x + i) B(γ + 1, δ + t_x + i)),
///   A = B(α + x, β + n − x) B(γ, δ + n)
/// All times are whole. Source: Fader, Hardie & Shang (2010).
struct BetaShapes {
  double first, second;
};
inline double bg_bb_alive(BetaShapes buying, BetaShapes leaving, Seen seen) {
  const auto log_beta = [](double a, double b) { return log_gamma(a) + log_gamma(b) - log_gamma(a + b); };
  const double x = seen.purchases;
  const double there = log_beta(buying.first + x, buying.second + seen.time - x) +
                       log_beta(leaving.first, leaving.second + seen.time);
  double gone = 0;  // over `there`
  for (double t = seen.last; t < seen.time; ++t)
    gone += std::exp(log_beta(buying.first + x, buying.second + t - x) +
                     log_beta(leaving.first + 1, leaving.second + t) - there);
  return 1 / (1 + gone);
}

}  // namespace clientele
