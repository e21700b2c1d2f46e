// SPDX-License-Identifier: MIT
#include "sim/statistics/correlated.hpp"

#include <Eigen/Cholesky>
#include <boost/math/distributions/normal.hpp>

#include "sim/base/contract.hpp"

namespace clientele {

std::vector<double> correlated(const std::vector<double>& uniforms, const std::vector<Pair>& pairs) {
  if (pairs.empty()) return uniforms;
  const auto n = static_cast<Eigen::Index>(uniforms.size());
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Identity(n, n);
  for (const Pair& pair : pairs) {
    const auto one = static_cast<Eigen::Index>(pair.one), other = static_cast<Eigen::Index>(pair.other);
    matrix(one, other) = matrix(other, one) = pair.correlation;
  }
  const Eigen::LLT<Eigen::MatrixXd> root(matrix);
  expects(root.info() == Eigen::Success);
  const boost::math::normal_distribution<double> normal;
  Eigen::VectorXd independent(n);
  for (Eigen::Index k = 0; k < n; ++k)
    independent[k] = boost::math::quantile(normal, uniforms[static_cast<std::size_t>(k)]);
  const Eigen::VectorXd dependent = root.matrixL() * independent;
  std::vector<double> result;
  for (Eigen::Index k = 0; k < n; ++k) result.push_back(boost::math::cdf(normal, dependent[k]));
  return result;
}

}  // namespace clientele
