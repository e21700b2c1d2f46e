// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace clientele {

/// Independent uniform numbers made dependent: Φ(L Φ⁻¹(u)), a Gaussian copula. Each stays uniform, and the
/// normal numbers behind them have the correlations L Lᵀ. `factor`: L, lower triangular, row by row, as many
/// rows as numbers.
std::vector<double> correlated(const std::vector<double>& uniforms, const std::vector<double>& factor);

}  // namespace clientele
