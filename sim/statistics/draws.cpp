// SPDX-License-Identifier: MIT
#include "sim/statistics/draws.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sim/base/contract.hpp"
#include "sim/random/shifted_sobol.hpp"

namespace clientele {
namespace {

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double error_of_mean(const std::vector<double>& values, double mean) {
  std::array<double, shifts> means{};
  const double points = static_cast<double>(values.size()) / shifts;
  for (std::size_t r = 0; r < values.size(); ++r) means[shift_of(static_cast<int>(r))] += values[r] / points;
  double squares = 0;
  for (const double m : means) squares += (m - mean) * (m - mean);
  return std::sqrt(squares / (shifts - 1) / shifts);
}

}  // namespace

double factor_without(double noise, const std::vector<double>& values) {
  expects(!values.empty());
  const double mean = mean_of(values);
  double squares = 0;
  for (const double x : values) squares += (x - mean) * (x - mean);
  if (squares == 0) return 1;  // nothing to draw together
  const double variance = squares / static_cast<double>(values.size() - 1);
  return std::sqrt(std::max(0.0, 1 - noise / variance));
}

std::vector<double> values_without(double noise, std::vector<double> values) {
  const double mean = mean_of(values), factor = factor_without(noise, values);
  for (double& x : values) x = mean + factor * (x - mean);
  return values;
}

Estimate estimate_over_draws(const std::vector<double>& values, double noise) {
  expects(!values.empty() && values.size() % shifts == 0);
  Estimate e = estimate_of(values_without(noise, values));
  e.mean = mean_of(values);
  e.mc_error = error_of_mean(values, e.mean);
  return e;
}

Measured over_shifts(int draws, const std::function<double(const std::vector<int>&)>& statistic) {
  expects(draws > 0 && draws % shifts == 0);
  std::vector<int> all(draws);
  std::iota(all.begin(), all.end(), 0);
  std::array<double, shifts> without{};
  for (int shift = 0; shift < shifts; ++shift) {
    std::vector<int> others;
    std::copy_if(all.begin(), all.end(), std::back_inserter(others),
                 [&](int draw) { return shift_of(draw) != shift; });
    without[shift] = statistic(others);
  }
  const double mean = std::accumulate(without.begin(), without.end(), 0.0) / shifts;
  double squares = 0;
  for (const double s : without) squares += (s - mean) * (s - mean);
  return {statistic(all), std::sqrt(squares * (shifts - 1) / shifts)};
}

}  // namespace clientele
