// SPDX-License-Identifier: MIT
#pragma once

#include "bench/clientele_market.hpp"

namespace clientele::bench {

/// How much less variance a difference has when both scenarios have the same customers and the same luck:
///   (Var X₁ + Var X₀) / Var(X₁ − X₀)
/// over replications, the numerator being the variance of a difference between independent ones. Errors are
/// by the jackknife over replications.
struct Pairing {
  double cut = 0;       ///< share by which our price is cut
  Measured difference;  ///< of the value of today's customers, and the error of its mean when paired
  Measured customers;   ///< ratio for the mean value of our customers today
  Measured people;      ///< ratio for the mean value of all people
};

/// Measures price cuts from the first period on.
std::vector<Pairing> measure_pairing(const Scenario& baseline, const std::vector<double>& cuts, Size size);

}  // namespace clientele::bench
