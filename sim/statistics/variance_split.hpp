// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "sim/statistics/draws.hpp"

namespace clientele {

/// The same quantity three times in one draw of the assumptions.
struct Triple {
  double value;         ///< x(a, b): these people with this luck
  double other_luck;    ///< x(a, b'): the same people with other luck
  double other_people;  ///< x(a', b'): other people, with luck of their own
};

/// Where the variance of a quantity comes from, for a market with all its N people.
struct VarianceSplit {
  /// Shares of the variance, which sum to 1: what is not known of the numbers assumed, who the customers
  /// happen to be, what happens to befall them. More simulated people change none of them.
  Measured assumptions, mix, chance;
  double variance = 0;  ///< of the quantity [its unit, squared]
  /// The part of the variance over draws of x(a, b) that only simulating n of N people makes: what draws.hpp
  /// takes out. Below 0 if n > N.
  double noise = 0;
  double share_of_noise = 0;  ///< of that variance; above .01 more people should be simulated
};

/// Splits the variance over draws of x(a, b), with V its variance over all draws and, over triples x, y, z,
///   W = E[(x − z)² + (y − z)²] / 4    within a draw, mix and chance of n people
///   C = E[(x − y)²] / 2               chance
///   M = W − C                         mix: the covariance of the same people's values over luck
///   A = V − W                         assumptions
/// People are independent of each other given the draw, so of N people the market has W n / N, and the split
/// is A : M n/N : C n/N of A + W n/N; noise = W (1 − n/N).
///
/// by_draw: x(a, b) of all draws, as draws.hpp takes values. triples: of the first of these draws, as many
/// from each shift; their error dominates that of mix and chance, and goes as √(2 / triples). simulated_part:
/// n / N; 1 where people hear from each other, as with word of mouth: there W of N people is not known from
/// n.
///
/// A part that comes out below zero, as one near zero may, counts as zero: M leaves C = W, which is measured
/// better than either; A leaves W alone, scaled as ever. Such parts are a little too large in the mean, by
/// less than their error. Errors come from leaving out one shift at a time, before that. Nothing where
/// nothing varies.
std::optional<VarianceSplit> split_variance(const std::vector<double>& by_draw,
                                            const std::vector<Triple>& triples, double simulated_part);

}  // namespace clientele
