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

}  // namespace clientele
