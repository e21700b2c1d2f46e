// SPDX-License-Identifier: MIT
#include "sim/statistics/estimate.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "sim/base/contract.hpp"
#include "sim/statistics/quantile.hpp"

namespace clientele {

Estimate estimate_of(std::vector<double> values) {
  expects(!values.empty());
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  Estimate e;
  for (const double x : values) e.mean += x / n;
  double squares = 0;
  for (const double x : values) squares += (x - e.mean) * (x - e.mean);
  e.sd = values.size() > 1 ? std::sqrt(squares / (n - 1)) : 0;
  e.mc_error = e.sd / std::sqrt(n);
  e.p05 = quantile(values, 0.05);
  e.p25 = quantile(values, 0.25);
  e.p50 = quantile(values, 0.50);
  e.p75 = quantile(values, 0.75);
  e.p95 = quantile(values, 0.95);
  return e;
}

double mean_margin(const Estimate& estimate, std::size_t n, double confidence) {
  if (n < 2) return 0;
  const boost::math::students_t t(static_cast<double>(n - 1));
  return boost::math::quantile(t, 0.5 + confidence / 2) * estimate.mc_error;
}

}  // namespace clientele
