// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/assumption.hpp"

namespace clientele {

/// The lower triangular L with L Lᵀ = R, the correlation matrix of the paths, row by row: L z of independent
/// standard normal numbers z are normal numbers that are so correlated. Nothing if R is not positive
/// definite, or so nearly singular that its least eigenvalue is below 1e-6.
std::optional<std::vector<double>> correlating_factor(const std::vector<std::string>& paths,
                                                      const std::vector<Correlation>& correlations);

/// How correlations could be made positive definite.
struct Remedy {
  /// The pair whose correlation must move least if it alone moves, and to where; none if no pair alone helps,
  /// or if there are more than 50.
  std::optional<std::size_t> pair;
  double alone = 0;
  /// Of all pairs, the nearest in the sum of squared differences: Dykstra's alternating projections on
  /// matrices without negative eigenvalues and on those with a unit diagonal and 0 where nothing was said
  /// (Higham 2002), then drawn towards 0 until the least eigenvalue is above 1e-3.
  std::vector<double> together;
};

/// The remedy for correlations that are not positive definite, in hundredths.
Remedy nearest_correlations(const std::vector<Correlation>& correlations);

}  // namespace clientele
