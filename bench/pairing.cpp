// SPDX-License-Identifier: MIT
#include "bench/pairing.hpp"

#include <cmath>

#include "sim/statistics/estimate.hpp"
#include "sim/study/accounts.hpp"

namespace clientele::bench {

namespace {

/// Sums from which a variance can be had with any one value left out.
struct Moments {
  double n = 0, sum = 0, squares = 0;
  void add(double x, double times = 1) {
    n += times;
    sum += times * x;
    squares += times * x * x;
  }
  double variance() const { return (squares - sum * sum / n) / (n - 1); }
};

double mean_of(const std::vector<double>& x) { return estimate_of(x).mean; }

/// Ratio of the variances, x before the change and y after, and its error by the jackknife.
Measured variance_ratio(std::vector<double> x, std::vector<double> y) {
  const double x_mean = mean_of(x), y_mean = mean_of(y);
  Moments before, after, difference;
  const auto add = [&](std::size_t i, double times) {
    before.add(x[i] - x_mean, times);
    after.add(y[i] - y_mean, times);
    difference.add((y[i] - y_mean) - (x[i] - x_mean), times);
  };
  const auto ratio = [&] { return (before.variance() + after.variance()) / difference.variance(); };
  for (std::size_t i = 0; i < x.size(); ++i) add(i, 1);
  Measured result{.mean = ratio()};
  std::vector<double> without;
  for (std::size_t i = 0; i < x.size(); ++i) {
    add(i, -1);
    without.push_back(ratio());
    add(i, 1);
  }
  const double n = static_cast<double>(x.size());
  result.error = (n - 1) * estimate_of(without).mc_error;  // sqrt((n − 1)/n · Σ (θ_i − θ̄)²)
  return result;
}

}  // namespace

std::vector<Pairing> measure_pairing(const Scenario& baseline, const std::vector<double>& cuts, Size size) {
  const std::vector<Scenario> worlds = with_price_cuts(baseline, cuts);
  const Stage stage = prepare(beside(worlds), size, {.threads = 0}, 11);
  const Outcome outcome = simulate(stage.plan, {}, {});
  const Books books{stage.plan, stage.scales, stage.brands};

  std::vector<std::vector<double>> customers(worlds.size()), people(worlds.size());
  for (const auto& replication : outcome)
    for (std::size_t s = 0; s < worlds.size(); ++s) {
      customers[s].push_back(values_of_existing(books, replication[s], -1).mean());
      people[s].push_back(
          over_horizon(totals_by_period(books, static_cast<int>(s), replication[s], -1, 0)).value);
    }
  std::vector<Pairing> pairings;
  for (std::size_t c = 0; c < cuts.size(); ++c) {
    std::vector<double> difference;
    for (std::size_t r = 0; r < outcome.size(); ++r)
      difference.push_back(customers[c + 1][r] - customers[0][r]);
    const Estimate estimate = estimate_of(difference);
    pairings.push_back({.cut = cuts[c],
                        .difference = {estimate.mean, estimate.mc_error},
                        .customers = variance_ratio(customers[0], customers[c + 1]),
                        .people = variance_ratio(people[0], people[c + 1])});
  }
  return pairings;
}

}  // namespace clientele::bench
