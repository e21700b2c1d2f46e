// SPDX-License-Identifier: MIT
#include "sim/statistics/interval.hpp"

#include <algorithm>
#include <cmath>

namespace clientele {
namespace {

double margin_of(const Measured& measured, double confidence) {
  Estimate estimate;
  estimate.mc_error = measured.mc_error;
  return mean_margin(estimate, shifts, confidence);
}

}  // namespace

Between interval_of(const Measured& measured, double confidence) {
  const double margin = margin_of(measured, confidence);
  return {measured.value - margin, measured.value + margin};
}

Between interval_of_share(const Measured& share, double confidence) {
  const double p = share.value, margin = margin_of(share, confidence);
  if (share.mc_error > p * (1 - p) / 2 || share.mc_error == 0)
    return {std::max(0.0, p - margin), std::min(1.0, p + margin)};
  const double odds = p / (1 - p), factor = std::exp(margin / (p * (1 - p)));
  return {1 / (1 + factor / odds), 1 / (1 + 1 / (factor * odds))};
}

}  // namespace clientele
