// SPDX-License-Identifier: MIT
#pragma once

#include "models/number.hpp"

namespace clientele {

/// Mean of the trait across customers; of `dirichlet`: 0.
double mean_of(const Trait& trait);
/// Median of the trait across customers.
double median_of(const Trait& trait);

}  // namespace clientele
