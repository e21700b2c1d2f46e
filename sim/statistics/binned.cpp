// SPDX-License-Identifier: MIT
#include "sim/statistics/binned.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/contract.hpp"

namespace clientele {

Binned::Binned(const std::vector<double>& first) {
  expects(!first.empty());
  const auto [least, most] = std::minmax_element(first.begin(), first.end());
  const double range = *most - *least;
  first_ = first.front();
  least_ = most_ = first_;
  origin_ = *least - range / 2;
  step_ = 2 * range / bins;
  for (const double value : first) add(value);
}

Binned::Bin& Binned::bin_at(double value) {
  return bin_[static_cast<std::size_t>(std::clamp((value - origin_) / step_, 0.0, bins - 1.0))];
}

void Binned::add(double value) {
  if (!std::isfinite(value)) known_ = false;
  if (!known_) return;
  least_ = std::min(least_, value), most_ = std::max(most_, value);
  const double beyond = value - first_;
  if (bin_.empty() && least_ != most_) {  // until now all were the same
    if (step_ == 0) step_ = std::max(std::abs(first_), 1.0) / bins, origin_ = first_ - step_ * bins / 2;
    bin_.resize(bins);
    bin_at(first_).values = values_;
  }
  if (!bin_.empty()) {
    Bin& bin = bin_at(value);
    bin.beyond += beyond, ++bin.values;
  }
  sum_ += beyond, squares_ += beyond * beyond;
  sum_of_shift_[static_cast<std::size_t>(values_ % shifts)] += beyond;
  ++values_;
}

double Binned::mean() const { return first_ + sum_ / static_cast<double>(values_); }

double Binned::squares_about_mean() const {
  return std::max(0.0, squares_ - sum_ * sum_ / static_cast<double>(values_));
}

double Binned::nth(double n) const {
  double through = 0;
  for (const Bin& bin : bin_) {
    through += static_cast<double>(bin.values);
    if (n < through) return first_ + bin.beyond / static_cast<double>(bin.values);
  }
  return first_;
}

double Binned::quantile(double p) const {
  const double position = p * static_cast<double>(values_ - 1), below = std::floor(position);
  const double low = nth(below), high = nth(std::min(below + 1, static_cast<double>(values_ - 1)));
  return low + (position - below) * (high - low);
}

void Binned::tell_quantiles(double factor, Estimate& e) const {
  const auto drawn = [&](double p) { return e.mean + factor * (quantile(p) - e.mean); };
  e.p05 = drawn(0.05), e.p25 = drawn(0.25), e.p50 = drawn(0.5), e.p75 = drawn(0.75), e.p95 = drawn(0.95);
}

std::optional<Estimate> Binned::over_replications() const {
  if (!known_) return std::nullopt;
  Estimate e;
  e.mean = mean();
  const auto n = static_cast<double>(values_);
  e.sd = values_ > 1 ? std::sqrt(squares_about_mean() / (n - 1)) : 0;
  e.mc_error = e.sd / std::sqrt(n);
  tell_quantiles(1, e);
  return e;
}

std::optional<Estimate> Binned::over_draws(double noise) const {
  if (!known_) return std::nullopt;
  expects(values_ % shifts == 0);
  Estimate e;
  e.mean = mean();
  const auto n = static_cast<double>(values_);
  double apart = 0;  // squares of the means of the shifts about the mean
  for (const double sum : sum_of_shift_) {
    const double of_shift = first_ + sum * shifts / n - e.mean;
    apart += of_shift * of_shift;
  }
  const double of_mean = apart / (shifts - 1) / shifts, variance = squares_about_mean() / n + of_mean;
  if (least_ == most_) return e.p05 = e.p25 = e.p50 = e.p75 = e.p95 = e.mean, e;
  e.sd = std::sqrt(std::max(0.0, variance - noise));
  e.mc_error = std::sqrt(of_mean);
  tell_quantiles(noise == 0 ? 1 : std::sqrt(std::max(0.0, 1 - noise / variance)), e);
  return e;
}

}  // namespace clientele
