// SPDX-License-Identifier: MIT
#include "sim/statistics/quantile.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/contract.hpp"

namespace clientele {

double quantile(const std::vector<double>& sorted, double p) {
  expects(!sorted.empty() && p >= 0 && p <= 1);
  const double position = p * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  if (below + 1 >= sorted.size()) return sorted.back();
  return sorted[below] + (position - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

Spread::Spread(std::vector<Weighted> values) : sorted_(std::move(values)) {
  std::sort(sorted_.begin(), sorted_.end(), [](const Weighted& a, const Weighted& b) {
    return a.value != b.value ? a.value < b.value : a.weight < b.weight;
  });
  for (const auto& v : sorted_) {
    weight_ += v.weight;
    sum_ += v.weight * v.value;
  }
}

double Spread::mean() const { return sum_ / weight_; }

double Spread::sd() const {
  double squares = 0;
  for (const auto& v : sorted_) squares += v.weight * (v.value - mean()) * (v.value - mean());
  return std::sqrt(squares / weight_);
}

double Spread::quantile(double p) const {
  expects(!sorted_.empty());
  double below = 0;
  for (const auto& v : sorted_) {
    below += v.weight;
    if (below >= p * weight_ * (1 - 1e-12)) return v.value;
  }
  return sorted_.back().value;
}

double Spread::sum_between(double from, double to) const {
  double below = 0, sum = 0;
  for (const auto& v : sorted_) {
    const double low = std::max(below, from * weight_), high = std::min(below + v.weight, to * weight_);
    if (high > low) sum += (high - low) * v.value;
    below += v.weight;
  }
  return sum;
}

double Spread::mean_between(double from, double to) const {
  return sum_between(from, to) / ((to - from) * weight_);
}
double Spread::share_between(double from, double to) const { return sum_between(from, to) / sum_; }

}  // namespace clientele
