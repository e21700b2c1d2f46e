// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

namespace clientele {

/// How a number that is not known exactly may lie.
///   normal        first: mean, second: sd
///   lognormal     ln(x − low) is normal; first: median of x, second: sd of that logarithm. With a greatest
///                 value and no least one it is ln(high − x)
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

  bool operator==(const Law&) const = default;
};

/// The value that a part p of the possible ones do not exceed; 0 < p < 1. Grows with p.
double quantile(const Law& law, double p);
/// The part of the possible values that do not exceed x.
double part_up_to(const Law& law, double x);
/// The value with p = 0.5, which stands for a number where one is wanted.
double middle(const Law& law);
/// The expected value. Of a logit-normal, which has no formula, by the trapezoidal rule over ±8 sd.
double mean(const Law& law);

/// The law whose middle 90 % lie between two values, from < to, of a parameter from least to greatest:
/// logit-normal where it has both ends, lognormal where it has one, normal where it has none. Needs least <
/// from and to < greatest; an end that is reached gives no law, the caller has refused it.
Law middle_ninety(double from, double to, double least, double greatest);

}  // namespace clientele
