// SPDX-License-Identifier: MIT
#include "bench/expectation.hpp"

#include <fmt/format.h>
#include <cmath>

#include "sim/statistics/estimate.hpp"
#include "sim/study/accounts.hpp"

namespace clientele::bench {

namespace {

/// The variance of all values but one.
double variance_without(const std::vector<double>& x, std::size_t left_out) {
  double n = 0, sum = 0, squares = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (i == left_out) continue;
    const double off = x[i] - x[0];
    n += 1;
    sum += off;
    squares += off * off;
  }
  return (squares - sum * sum / n) / (n - 1);
}

/// Ratio of the variances of x and y, which are of the same replications, and its error by the jackknife.
Measured variance_ratio(const std::vector<double>& x, const std::vector<double>& y) {
  const auto ratio = [&](std::size_t left_out) {
    return variance_without(x, left_out) / variance_without(y, left_out);
  };
  std::vector<double> without;
  for (std::size_t i = 0; i < x.size(); ++i) without.push_back(ratio(i));
  return {.mean = ratio(x.size()),
          .error = (static_cast<double>(x.size()) - 1) * estimate_of(without).mc_error};
}

}  // namespace

ExpectationGain measure_expectation(const Scenario& baseline, const std::vector<double>& cuts, Size size) {
  const std::vector<Scenario> worlds = with_price_cuts(baseline, cuts);
  const Stage stage = prepare(beside(worlds), size, {.threads = 0, .estimator = Estimator::expected}, 11);
  const Outcome outcome = simulate(stage.plan, {}, {});
  const Books books{stage.plan, stage.scales, stage.brands};
  std::vector<std::vector<double>> realised(worlds.size()), expected(worlds.size());
  for (const auto& replication : outcome)
    for (std::size_t s = 0; s < worlds.size(); ++s) {
      const Totals t = over_horizon(totals_by_period(books, static_cast<int>(s), replication[s], -1, 0));
      realised[s].push_back(t.value);
      expected[s].push_back(t.value - t.luck);
    }
  ExpectationGain gain{.equity = variance_ratio(realised[0], expected[0]), .differences = {}};
  for (std::size_t s = 1; s < worlds.size(); ++s) {
    for (std::size_t r = 0; r < outcome.size(); ++r) {
      realised[s][r] -= realised[0][r];
      expected[s][r] -= expected[0][r];
    }
    gain.differences.push_back(variance_ratio(realised[s], expected[s]));
  }
  return gain;
}

double time_of_expectation(const Scenario& baseline, Size size, int rounds) {
  double least[] = {1e300, 1e300};
  for (int round = 0; round < rounds; ++round)
    for (const Estimator estimator : {Estimator::realised, Estimator::expected}) {
      double& time = least[estimator == Estimator::expected];
      const auto seed = static_cast<std::uint64_t>(100 + round);
      time = std::min(
          time,
          simulate_market(prepare({&baseline}, size, {.threads = 1, .estimator = estimator}, seed)).cpu_ns());
    }
  return least[1] / least[0];
}

}  // namespace clientele::bench
