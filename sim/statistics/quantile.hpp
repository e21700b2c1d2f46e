// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace clientele {

/// Quantile of sorted values, between neighbours in proportion: type 7 of Hyndman & Fan (1996). p in [0, 1].
double quantile(const std::vector<double>& sorted, double p);

/// A value and how much it counts.
struct Weighted {
  double value;
  double weight;
};

/// What customers are worth, across customers: order, quantiles, concentration. Each counts by the people he
/// stands for.
class Spread {
 public:
  explicit Spread(std::vector<Weighted> values);

  bool empty() const { return sorted_.empty(); }
  double mean() const;
  double sd() const;
  /// The least value that at least a part p of the people do not exceed.
  double quantile(double p) const;
  /// Mean of the part of the people between ranks `from` and `to`, 0 the least valued, 1 the most.
  double mean_between(double from, double to) const;
  /// What that part has of the sum of all values; meaningless unless the sum is positive.
  double share_between(double from, double to) const;

 private:
  double sum_between(double from, double to) const;
  std::vector<Weighted> sorted_;
  double weight_ = 0, sum_ = 0;
};

}  // namespace clientele
