// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

namespace clientele {

/// One number of a model, in the unit that its parameter describes (rates are per period of the world).
/// It is a type of its own because a number may later be uncertain: then `value` is its middle.
struct Number {
  double value = 0;
};

/// A number that a scenario may change from period to period. `today` is its value in the world as it is.
struct Lever {
  Number today;
};

/// The families of distributions that a trait may have across customers.
enum class Distribution {
  same_for_all,  ///< first: the value
  normal,        ///< first: mean, second: sd
  lognormal,     ///< first: median, second: sd of the logarithm
  gamma,         ///< first: mean, second: shape; mean²/shape is the variance
  uniform,       ///< first: low, second: high
  beta,          ///< first: alpha, second: beta; mean alpha / (alpha + beta)
  dirichlet  ///< first: S; a brand with share s gets the logarithm of a gamma with shape S·s (taste only)
};

/// A quantity that varies across customers and is drawn once for each of them.
/// `first` and `second` are the parameters of its distribution, in the order given above.
struct Trait {
  Distribution distribution = Distribution::same_for_all;
  Number first = {};
  Number second = {};
};

/// How the distributions are called in a scenario, and the names of their parameters.
struct DistributionNames {
  Distribution distribution;
  std::string_view name;
  std::string_view first;
  std::string_view second;  ///< empty: the distribution has one parameter
};

inline constexpr std::array distribution_names = {
    DistributionNames{Distribution::normal, "normal", "mean", "sd"},
    DistributionNames{Distribution::lognormal, "lognormal", "median", "sigma"},
    DistributionNames{Distribution::gamma, "gamma", "mean", "shape"},
    DistributionNames{Distribution::uniform, "uniform", "low", "high"},
    DistributionNames{Distribution::beta, "beta", "alpha", "beta"},
    DistributionNames{Distribution::dirichlet, "dirichlet", "S", ""},
};

}  // namespace clientele
