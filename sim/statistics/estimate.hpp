// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace clientele {

/// A quantity over replications: where it lies, how it spreads, and how far the mean may be off for want of
/// them.
struct Estimate {
  double mean = 0;
  double sd = 0;
  double p05 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0;
  double mc_error =
      0;  ///< Monte Carlo standard error of the mean; 0 with one replication, where it is unknown
};

/// The estimate from one value a replication. Quantiles lie between neighbours in proportion (type 7 of
/// Hyndman & Fan 1996); mc_error is sd / √n. Needs at least one value.
Estimate estimate_of(std::vector<double> values);

/// Half width of the interval for the mean of n values that covers it with this confidence: t_{n−1} · sd /
/// √n. 0 with one value, where nothing is known of it.
double mean_margin(const Estimate& estimate, std::size_t n, double confidence);

}  // namespace clientele
