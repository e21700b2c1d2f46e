// SPDX-License-Identifier: MIT
#include "sim/statistics/verdict.hpp"

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "sim/base/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

const boost::math::normal standard;

/// n values in the middle of as many equally likely parts of a standard normal.
std::vector<double> even_normal(int n) {
  std::vector<double> values;
  for (int i = 0; i < n; ++i) values.push_back(quantile(standard, (i + 0.5) / n));
  return values;
}

/// mean + Σ factor · standard normal number of each name, by draw.
std::vector<double> linear(int draws, double mean, const std::vector<double>& factors) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < factors.size(); ++k) names.push_back("x" + std::to_string(k + 1));
  const auto u = shifted_sobol(draws, names, 4);
  std::vector<double> values(draws, mean);
  for (int r = 0; r < draws; ++r)
    for (std::size_t k = 0; k < factors.size(); ++k)
      values[r] += factors[k] * quantile(standard, u[r * factors.size() + k]);
  return values;
}

void check_within(const Measured& m, double truth) { CHECK(m.value == Approx(truth).margin(4 * m.mc_error)); }

}  // namespace

TEST_CASE("the worst part counts the last of its draws in part") {
  // By hand on 1 to 8: the worst quarter (1 + 2) / 2; of .3, 2.4 draws: (1 + 2 + .4 · 3) / 2.4.
  const std::vector<double> values = {5, 3, 8, 1, 7, 2, 6, 4};
  CHECK(mean_of_worst(values, 0.25) == Approx(1.5));
  CHECK(mean_of_worst(values, 0.3) == Approx(4.2 / 2.4));
  CHECK(mean_of_worst(values, 0.05) == Approx(1));
  CHECK(mean_of_worst(values, 1) == Approx(4.5));
  CHECK_THROWS_AS(mean_of_worst(values, 0), BrokenContract);
  CHECK_THROWS_AS(mean_of_worst({}, 0.05), BrokenContract);
}

TEST_CASE("the worst 5 % of a standard normal have mean -2.062713") {
  // φ(−1.644854) / .05.
  CHECK(pdf(standard, quantile(standard, 0.05)) / 0.05 == Approx(2.062713).epsilon(1e-6));
  CHECK(mean_of_worst(even_normal(100000), 0.05) == Approx(-2.062713).margin(2e-5));
  CHECK(mean_of_worst(even_normal(1003), 0.05) == Approx(-2.062713).margin(2e-3));
  const auto verdict = verdict_on({{linear(4096, 0, {0.6, 0.8})}});
  check_within(verdict.options[0].worst, -2.062713);
  CHECK(verdict.options[0].worst.mc_error < 0.02);
}

TEST_CASE("probabilities and regret of two options and today, by hand") {
  // Best of each draw by hand: 3 2 0 4 5 1 1 0, mean 2; three draws are shared.
  const std::vector<double> today(8, 0.0), one = {3, 2, -1, -2, 5, 1, 0, 0},
                                           other = {1, 2, -3, 4, 1, 1, 1, -1};
  const auto v = verdict_on({{today}, {one}, {other}});
  CHECK(v.options[1].better.value == Approx(4 / 8.0));
  CHECK(v.options[1].loss.value == Approx(2 / 8.0));
  CHECK(v.options[2].better.value == Approx(6 / 8.0));
  CHECK(v.options[0].best.value == Approx(1.5 / 8));
  CHECK(v.options[1].best.value == Approx((2 + 0.5 + 0.5 + 0.5) / 8));
  CHECK(v.options[2].best.value == Approx((2 + 0.5 + 0.5) / 8));
  CHECK(v.options[0].regret.value == Approx(2));
  CHECK(v.options[1].regret.value == Approx(1));
  CHECK(v.options[2].regret.value == Approx(2 - 6 / 8.0));
  CHECK(v.best == 1);
  CHECK(v.perfect_information.value == Approx(1));
  CHECK(v.options[0].better.value == 0);
  CHECK(v.options[0].loss.value == 0);
  CHECK(v.options[0].loss.mc_error == 0);  // gains of today are 0 for certain
}

TEST_CASE("a gain of 10 + 16 x1 + 12 x2 is worth 3.955931 of perfect information") {
  // Normal with sd 20: E[max(0, gain)] − 10 = 20 φ(.5) − 10 Φ(−.5) = 3.955931; P(loss) = Φ(−.5) = .308538.
  const auto v = verdict_on({{std::vector<double>(4096, 0.0)}, {linear(4096, 10, {16, 12})}});
  CHECK(v.best == 1);
  check_within(v.perfect_information, 3.955931);
  CHECK(v.perfect_information.mc_error < 0.1);
  check_within(v.options[0].regret, 13.955931);
  check_within(v.options[1].loss, 0.308538);
  check_within(v.options[1].better, 0.691462);
  check_within(v.options[1].best, 0.691462);
  check_within(v.options[1].worst, 10 - 20 * 2.062713);
  CHECK(v.options[1].loss.mc_error < 0.01);
}

TEST_CASE("noise of simulating few is taken out of the verdict") {
  // Signal normal (1.664563, 1) and noise (0, 1): P(loss) .048 as it is, .1196 as it shows. Worst 5 % of the
  // signal: 1.664563 − 2.062713. Without noise the option is missed by E[max(0, −signal)] = .0204.
  const auto seen = linear(4096, 1.664563, {1, 1});
  const std::vector<double> today(4096, 0.0);
  const auto noisy = verdict_on({{today}, {seen}}), clear = verdict_on({{today}, {seen, 1}});
  check_within(noisy.options[1].loss, 0.1196);
  check_within(clear.options[1].loss, 0.048);
  check_within(clear.options[1].worst, 1.664563 - 2.062713);
  const double z = 1.664563, missed = pdf(standard, z) - z * cdf(standard, -z);
  check_within(clear.perfect_information, missed);
  CHECK(noisy.perfect_information.value > 3 * missed);
  check_within(probability_below_zero({seen, 1}), 0.048);
  check_within(probability_above_zero({seen, 1}), 0.952);
}

TEST_CASE("probabilities to be the best sum to one and regret is never below zero") {
  const auto v = verdict_on({{linear(64, 0, {1})}, {linear(64, 0.2, {0.5, 2})}, {linear(64, -1, {0, 0, 3})}});
  double sum = 0;
  for (const auto& option : v.options) {
    sum += option.best.value;
    CHECK(option.regret.value >= v.perfect_information.value);
    CHECK(option.better.value + option.loss.value == Approx(1));
  }
  CHECK(sum == Approx(1));
  CHECK(v.perfect_information.value > 0);
}

TEST_CASE("an option that is always better is not certain by the draws, and needs no more knowledge") {
  const auto v = verdict_on({{std::vector<double>(64, 0.0)}, {linear(64, 10, {1})}});
  CHECK(v.options[1].better.value == 1);
  CHECK(v.options[1].better.mc_error == Approx(1 / 64.0));
  CHECK(v.options[1].best.value == 1);
  CHECK(v.perfect_information.value == Approx(0).margin(1e-12));
}

TEST_CASE("the return on an investment compares means, and knows its error") {
  // By hand: gains 1 to 8, mean 4.5; investments of 2 and 1 by turns, mean 1.5.
  const auto r = return_on_investment({1, 2, 3, 4, 5, 6, 7, 8}, {2, 1, 2, 1, 2, 1, 2, 1});
  REQUIRE(r);
  CHECK(r->value == Approx(2));
  CHECK(r->mc_error > 0);
  const auto sure = return_on_investment({1, 2, 3, 4, 5, 6, 7, 8}, {2, 4, 6, 8, 10, 12, 14, 16});
  REQUIRE(sure);
  CHECK(sure->value == Approx(-0.5));
  CHECK(sure->mc_error == Approx(0).margin(1e-12));
  CHECK_FALSE(return_on_investment(std::vector<double>(8, 1.0), std::vector<double>(8, 0.0)));
}

TEST_CASE("pairing gains what luck in common takes out of a difference") {
  CHECK(gain_of_pairing(4, 5, 0.1) == Approx(90));
  CHECK(gain_of_pairing(4, 5, 9) == Approx(1));
  CHECK(gain_of_pairing(4, 5, 0) == std::numeric_limits<double>::infinity());
}

TEST_CASE("a verdict needs options with draws in eights") {
  CHECK_THROWS_AS(verdict_on({}), BrokenContract);
  CHECK_THROWS_AS(verdict_on({{{1, 2, 3}}}), BrokenContract);
  CHECK_THROWS_AS(verdict_on({{std::vector<double>(8)}, {std::vector<double>(16)}}), BrokenContract);
}
