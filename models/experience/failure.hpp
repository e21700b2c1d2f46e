// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Experience of a service that may have failed:
///   x = x_n − h max(0, x_n − x_f)
/// without: x_n, the rating it would have had; failure_rating: x_f, that of a failure; harm: h, 0 where
/// nothing failed, 1 after a failure that nobody made good, 1 − ρ where a complaint was answered in time.
/// With recovery ρ ≤ 1 no answer lifts it above the level without failure, as is found of repurchase; ρ > 1
/// is the recovery paradox, found of satisfaction alone. A failure never improves what was worse than it.
/// Source: De Matos, Henrique & Rossi (2007), "Service Recovery Paradox: A Meta-Analysis", Journal of Service
/// Research 10(1), for what answers reach; the form is our own.
template <class F>
F experience_with_failure(F without, F harm, F failure_rating) {
  return fma(F(0) - harm, max(F(0), without - failure_rating), without);
}

/// What is left of the causes of failures after a period, as a part of today's:
///   φ' = φ − ℓ v (r φ − r₀)
/// left: φ before it, 1 today; learning: ℓ, the part of the causes that a period would end in which all
/// failures were told and answered, 0..1; voice: v, chance that a failure is told; response, response_today:
/// r and r₀, shares of the complaints that are answered in time. New causes come as fast as today's answers
/// end them, so that today is at rest; at another response φ comes to rest at r₀ / r, by a factor 1 − ℓ v r a
/// period. The form is our own.
inline double causes_left(double left, double learning, double voice, double response,
                          double response_today) {
  return max(0.0, left - learning * voice * (response * left - response_today));
}

}  // namespace clientele
