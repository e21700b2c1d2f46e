// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>

#include "models/choice/habit.hpp"
#include "models/need/parameters.hpp"

namespace clientele {

/// Mean of the trait across customers; of `dirichlet`: 0.
double mean_of(const Trait& trait);
/// Median of the trait across customers.
double median_of(const Trait& trait);

/// Purchases of a customer in a period, in the mean; with recency that of its chances, whoever has which.
double purchases_a_period(const Need& need);

/// Periods from one purchase to the next in the middle of each of gap_parts equally likely parts, where they
/// are the same for all: with regular need and with recency. Nothing where they hang on a rate or chance of
/// the customer's own.
std::optional<std::array<double, gap_parts>> gaps_for_all(const Need& need);

}  // namespace clientele
