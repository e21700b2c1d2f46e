// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace clientele {

/// Branching factor: the customers whom a customer brings in over his life, on the average.
///   μ = λ · φ · c · L
/// λ: recommendations made [1 / period]; φ: share of the people who are prospects, whom a recommendation can
/// bring in; c: chance that it does; L: his life as a customer [periods]. All ≥ 0. At μ ≥ 1 a customer's
/// family grows without bound, until prospects run out: his value, with those he brings in, has no limit but
/// the market's.
inline double branching_factor(double made, double prospects, double convert, double life) {
  return made * prospects * convert * life;
}

/// A customer's family: himself, those whom he brings in, those whom they bring in, … Each brings in a
/// Poisson number of mean μ < 1. (The total progeny of a branching process, a Borel distribution.)
///   mean 1 / (1 − μ),   variance μ / (1 − μ)³
inline double family_size(double factor) { return 1 / (1 - factor); }
inline double family_variance(double factor) { return factor / std::pow(1 - factor, 3); }

}  // namespace clientele
