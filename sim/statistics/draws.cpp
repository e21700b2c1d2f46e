// SPDX-License-Identifier: MIT
#include "sim/statistics/draws.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "sim/base/contract.hpp"

namespace clientele {

double mean_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

namespace {

double squares_about(double mean, const std::vector<double>& values) {
  double squares = 0;
  for (const double x : values) squares += (x - mean) * (x - mean);
  return squares;
}

/// Variance of the mean, from the means of the shifts.
double variance_of_mean(const std::vector<double>& values, int of_shifts) {
  std::vector<double> means(of_shifts);
  const double points = static_cast<double>(values.size()) / of_shifts;
  for (std::size_t r = 0; r < values.size(); ++r) means[r % of_shifts] += values[r] / points;
  return squares_about(mean_of(means), means) / (of_shifts - 1) / of_shifts;
}

Kept draws_without(int shift, int draws) {
  Kept kept{{}, shifts - 1};
  for (int r = 0; r < draws; ++r)
    if (shift_of(r) != shift) kept.draws.push_back(r);
  return kept;
}

}  // namespace

double variance_over_draws(const std::vector<double>& values, int of_shifts) {
  expects(of_shifts > 1 && !values.empty() && values.size() % of_shifts == 0);
  return squares_about(mean_of(values), values) / static_cast<double>(values.size()) +
         variance_of_mean(values, of_shifts);
}

double factor_without(double noise, const std::vector<double>& values, int of_shifts) {
  const double variance = variance_over_draws(values, of_shifts);
  if (variance == 0) return 1;  // nothing to draw together
  return std::sqrt(std::max(0.0, 1 - noise / variance));
}

std::vector<double> values_without(double noise, std::vector<double> values, int of_shifts) {
  if (noise == 0) return values;
  const double mean = mean_of(values), factor = factor_without(noise, values, of_shifts);
  for (double& x : values) x = mean + factor * (x - mean);
  return values;
}

Estimate estimate_over_draws(const std::vector<double>& values, double noise) {
  Estimate e = estimate_of(values_without(noise, values));
  e.mean = mean_of(values);
  e.sd = std::sqrt(std::max(0.0, variance_over_draws(values) - noise));
  e.mc_error = std::sqrt(variance_of_mean(values, shifts));
  return e;
}

Kept all_draws(int draws) {
  Kept kept{std::vector<int>(draws), shifts};
  std::iota(kept.draws.begin(), kept.draws.end(), 0);
  return kept;
}

std::vector<double> Kept::of(const std::vector<double>& values) const {
  std::vector<double> kept;
  kept.reserve(draws.size());
  for (const int r : draws) kept.push_back(values[r]);
  return kept;
}

std::vector<Measured> all_over_shifts(int draws,
                                      const std::function<std::vector<double>(const Kept&)>& statistics) {
  expects(draws > 0 && draws % shifts == 0);
  std::vector<Measured> measured;
  for (const double value : statistics(all_draws(draws))) measured.push_back({value, 0});
  std::vector<std::vector<double>> each(measured.size());  // [statistic][shift left out]
  for (int shift = 0; shift < shifts; ++shift) {
    const auto values = statistics(draws_without(shift, draws));
    for (std::size_t i = 0; i < values.size(); ++i) each.at(i).push_back(values[i]);
  }
  for (std::size_t i = 0; i < measured.size(); ++i)
    measured[i].mc_error = std::sqrt(squares_about(mean_of(each[i]), each[i]) * (shifts - 1) / shifts);
  return measured;
}

Measured over_shifts(int draws, const std::function<double(const Kept&)>& statistic) {
  return all_over_shifts(draws, [&](const Kept& kept) { return std::vector{statistic(kept)}; })[0];
}

}  // namespace clientele
