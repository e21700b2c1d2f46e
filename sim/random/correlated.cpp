// SPDX-License-Identifier: MIT
#include "sim/random/correlated.hpp"

#include <boost/math/distributions/normal.hpp>

#include "sim/base/contract.hpp"

namespace clientele {

std::vector<double> correlated(const std::vector<double>& uniforms, const std::vector<double>& factor) {
  const std::size_t n = uniforms.size();
  expects(factor.size() == n * n);
  const boost::math::normal_distribution<double> normal;
  std::vector<double> independent, dependent;
  for (const double u : uniforms) independent.push_back(boost::math::quantile(normal, u));
  for (std::size_t row = 0; row < n; ++row) {
    double sum = 0;
    for (std::size_t k = 0; k <= row; ++k) sum += factor[row * n + k] * independent[k];
    dependent.push_back(boost::math::cdf(normal, sum));
  }
  return dependent;
}

}  // namespace clientele
