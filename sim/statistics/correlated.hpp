// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace clientele {

/// The correlation of two of several normal numbers.
struct Pair {
  std::size_t one, other;
  double correlation;
};

/// Independent uniform numbers made dependent: Φ(L Φ⁻¹(u)), L Lᵀ the correlation matrix that has these pairs
/// and is 0 elsewhere (a Gaussian copula). Each number stays uniform; the first of a pair moves the second.
/// Without pairs nothing changes. The matrix must be positive definite.
std::vector<double> correlated(const std::vector<double>& uniforms, const std::vector<Pair>& pairs);

}  // namespace clientele
