// SPDX-License-Identifier: MIT
#include "sim/random/sobol_normals.hpp"

#include <boost/math/distributions/normal.hpp>
#include <boost/random/sobol.hpp>

#include "sim/base/contract.hpp"

namespace clientele {

std::vector<double> sobol_normals(int points, int dimensions) {
  expects(points > 0 && dimensions > 0 && dimensions <= 3667);
  boost::random::sobol_engine<std::uint32_t, 32> sobol(dimensions);
  using namespace boost::math::policies;
  const boost::math::normal_distribution<double, policy<promote_double<false>>> normal;
  std::vector<double> result;
  result.reserve(static_cast<std::size_t>(points) * dimensions);
  for (std::size_t i = 0; i < static_cast<std::size_t>(points) * dimensions; ++i)
    result.push_back(boost::math::quantile(normal, (sobol() + 0.5) * 0x1p-32));
  return result;
}

}  // namespace clientele
