// SPDX-License-Identifier: MIT
#include "sim/statistics/streaming.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/contract.hpp"

namespace clientele {

StreamedDraws::StreamedDraws(const std::vector<double>& first) : counts_(parts + 2), by_shift_{} {
  expects(!first.empty() && first.size() % shifts == 0);
  const auto [least, most] = std::minmax_element(first.begin(), first.end());
  least_ = *least;
  most_ = *most;
  middle_ = std::midpoint(least_, most_);
  const double range = most_ - least_;
  const double half = range > 0 ? 2 * range : std::max(std::abs(middle_), 1.0) * 1e-6;
  from_ = middle_ - half;
  width_ = 2 * half / parts;
  for (const double value : first) add(value);
}

void StreamedDraws::add(double value) {
  expects(std::isfinite(value));
  const double place = std::floor((value - from_) / width_);
  ++counts_[static_cast<std::size_t>(std::clamp(place, -1.0, static_cast<double>(parts)) + 1)];
  least_ = std::min(least_, value);
  most_ = std::max(most_, value);
  const double off = value - middle_;
  by_shift_[draws_++ % shifts] += off;
  squares_ += off * off;
}

double StreamedDraws::variance_of_mean() const {
  const double points = static_cast<double>(draws_) / shifts;
  const double mean = std::accumulate(by_shift_.begin(), by_shift_.end(), 0.0) / static_cast<double>(draws_);
  double squares = 0;
  for (const double sum : by_shift_) squares += (sum / points - mean) * (sum / points - mean);
  return squares / (shifts - 1) / shifts;
}

double StreamedDraws::quantile(double p) const {
  const double rank = p * static_cast<double>(draws_ - 1) + 0.5;  // of type 7, in the middle of its value
  double below = 0;
  int part = -1;
  while (below + counts_[part + 1] < rank) below += counts_[++part];
  const double low = part < 0 ? least_ : end_of(part), high = part < parts ? end_of(part + 1) : most_;
  const double value = low + (high - low) * (rank - below) / counts_[part + 1];
  return std::clamp(value, least_, most_);
}

Estimate StreamedDraws::estimate(double noise) const {
  expects(draws_ % shifts == 0);
  const auto n = static_cast<double>(draws_);
  const double off = std::accumulate(by_shift_.begin(), by_shift_.end(), 0.0) / n;
  Estimate e;
  e.mean = middle_ + off;
  e.mc_error = std::sqrt(variance_of_mean());
  const double seen = std::max(0.0, squares_ / n - off * off) + variance_of_mean();
  e.sd = std::sqrt(std::max(0.0, seen - noise));
  const double factor = seen > 0 ? e.sd / std::sqrt(seen) : 1;
  const std::pair<double, double Estimate::*> points[] = {{0.05, &Estimate::p05},
                                                          {0.25, &Estimate::p25},
                                                          {0.5, &Estimate::p50},
                                                          {0.75, &Estimate::p75},
                                                          {0.95, &Estimate::p95}};
  for (const auto& [p, member] : points) e.*member = e.mean + factor * (quantile(p) - e.mean);
  return e;
}

}  // namespace clientele
