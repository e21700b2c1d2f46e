// SPDX-License-Identifier: MIT
#pragma once

#include "models/need/parameters.hpp"

namespace clientele {

/// Mean of the trait across customers; of `dirichlet`: 0.
double mean_of(const Trait& trait);
/// Median of the trait across customers.
double median_of(const Trait& trait);

/// Purchases of a customer in a period, in the mean; with recency that of its chances, whoever has which.
double purchases_a_period(const Need& need);

}  // namespace clientele
