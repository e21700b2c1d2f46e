// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/statistics/draws.hpp"

namespace clientele {

/// An estimate over draws whose values are not kept: counts in 2,048 equal parts of four times the range of
/// the first draws, 8 kB however many follow, as much as 1,024 values take. Mean, its error and sd are those
/// of estimate_over_draws up to rounding; quantiles are off by at most a part, 1 / 512 of that range (about
/// .01 sd after 256 draws of a normal), as long as they lie within the four ranges. Beyond, where 256 draws
/// leave no quantile between .05 and .95, one is placed between the end and the farthest value seen.
class StreamedDraws {
 public:
  /// From the values of the first draws: a multiple of 8 of them.
  explicit StreamedDraws(const std::vector<double>& first);

  /// The value of the next draw. Sums are taken in this order, so it has to be that of the draws.
  void add(double value);

  std::size_t draws() const { return draws_; }
  /// Needs as many draws of each shift. Noise as in draws.hpp.
  Estimate estimate(double noise) const;

 private:
  static constexpr int parts = 2048;

  double end_of(int part) const { return from_ + width_ * part; }
  double variance_of_mean() const;
  double quantile(double p) const;

  double from_, width_, middle_;
  double least_, most_;
  std::vector<std::uint32_t> counts_;    ///< below all parts, in each, above all
  std::array<double, shifts> by_shift_;  ///< sums of value − middle
  double squares_ = 0;                   ///< of value − middle
  std::size_t draws_ = 0;
};

}  // namespace clientele
