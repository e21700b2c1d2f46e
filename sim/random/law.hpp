// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

namespace clientele {

/// How a number that is not known exactly may lie.
///   normal        first: mean, second: sd
///   lognormal     first: median, second: sd of the logarithm
///   logit_normal  ln((x − low) / (high − x)) is normal; first: its mean, second: its sd
///   uniform       low to high
///   triangular    low to high, first: the most likely value
///   pert          low to high, first: the most likely value; a beta with α = 1 + 4 (first − low) / (high −
///                 low) and β = 6 − α, so that the mean is (low + 4 first + high) / 6 (Malcolm, Roseboom,
///                 Clark & Fazar 1959)
///   beta          from 0 to 1; first: α, second: β
struct Law {
  enum class Family { normal, lognormal, logit_normal, uniform, triangular, pert, beta };

  Family family = Family::normal;
  double first = 0, second = 0;
  double low = -std::numeric_limits<double>::infinity();  ///< the least value, open
  double high = std::numeric_limits<double>::infinity();  ///< the greatest value, open
};

/// The value that a part p of the possible ones do not exceed; 0 < p < 1. Grows with p.
double quantile(const Law& law, double p);
/// The value with p = 0.5, which stands for a number where one is wanted.
double middle(const Law& law);
double mean(const Law& law);

/// The law whose middle 90 % lie between two values, from < to, of a parameter from least to greatest:
/// lognormal where it cannot be negative and has no upper end, logit-normal where it has both ends, normal
/// where it has none. Needs least ≤ from and to ≤ greatest; an end that is reached gives no law, the caller
/// has refused it.
Law middle_ninety(double from, double to, double least, double greatest);

}  // namespace clientele
