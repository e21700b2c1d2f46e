// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/random/shifted_sobol.hpp"
#include "sim/statistics/estimate.hpp"

namespace clientele {

/// A number of more samples than memory has room for. Of its values are kept the sums that give mean, spread
/// and error exactly, and in bins their counts and means. The first values say where bins lie: over their
/// range and half of it again on either side; what lies beyond counts in the outer ones. Quantiles are those
/// of values that all stand at the mean of their bin: off by less than a bin, 1/64 of that range, and exact
/// where each bin holds one value, as of small counts.
class Binned {
 public:
  static constexpr int bins = 128;

  /// At least one value; those of draws in the order of draws.
  explicit Binned(const std::vector<double>& first);

  void add(double value);

  /// As estimate_of(values) would be but for the quantiles. Nothing if a value is not a number.
  std::optional<Estimate> over_replications() const;
  /// As estimate_over_draws(values, noise) would be, likewise.
  std::optional<Estimate> over_draws(double noise) const;

 private:
  struct Bin {
    double beyond = 0;  ///< sum of its values, less first_ of each
    std::int64_t values = 0;
  };
  Bin& bin_at(double value);
  double nth(double n) const;
  double mean() const;
  double squares_about_mean() const;
  double quantile(double p) const;
  void tell_quantiles(double factor, Estimate& estimate) const;

  double origin_, step_ = 0;  ///< where bins begin, and how wide they are; 0: all values so far are the same
  double first_;              ///< all sums are of what values are more than this
  double least_, most_;
  double sum_ = 0, squares_ = 0;
  std::array<double, shifts> sum_of_shift_{};
  std::int64_t values_ = 0;
  bool known_ = true;
  std::vector<Bin> bin_;  ///< none while all values are the same

 public:
  static constexpr std::size_t most_bytes = bins * sizeof(Bin) + 160;
};

}  // namespace clientele
