// SPDX-License-Identifier: MIT
#include "sim/statistics/variance_split.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "sim/base/contract.hpp"
#include "sim/random/address.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

constexpr double margin = 100, rate = 0.1;

/// What a customer pays who stays for `renewals` more payments after the first, at once.
double paid(double renewals) {
  const double x = 1 / (1 + rate);
  return margin * (1 - std::pow(x, renewals + 1)) / (1 - x);
}

/// Mean over n customers who each stay with chance r from one payment to the next.
double mean_value_of(int n, double r, std::uint32_t draw, std::uint32_t replication) {
  double sum = 0;
  for (int i = 0; i < n; ++i) {
    const auto word =
        words_at(3, {.person = static_cast<std::uint32_t>(i), .which = replication, .draw = draw});
    sum += paid(std::floor(std::log((word[0] + 0.5) * 0x1p-32) / std::log(r)));
  }
  return sum / n;
}

struct Seen {
  std::vector<double> by_draw;
  std::vector<Triple> triples;
};

/// One retention shared by all customers, Beta(80, 20), which is not known.
Seen customers_with_one_retention(int customers, int draws, int triples) {
  Seen seen;
  const auto u = shifted_sobol(draws, {"retention"}, 8);
  for (int r = 0; r < draws; ++r) {
    const double retention = quantile(boost::math::beta_distribution<>(80, 20), u[r]);
    const auto value = [&](std::uint32_t which) { return mean_value_of(customers, retention, r, which); };
    seen.by_draw.push_back(value(0));
    if (r < triples) seen.triples.push_back({seen.by_draw.back(), value(1), value(2)});
  }
  return seen;
}

/// value = a · assumption + m · people + c · luck, all standard normal.
Seen normal_market(double a, double m, double c, int draws, int triples, std::uint64_t seed) {
  Seen seen;
  const auto u = shifted_sobol(draws, {"assumption"}, seed);
  for (int r = 0; r < draws; ++r) {
    std::vector<double> z;
    for (const std::uint32_t item : {0u, 1u})
      for (const auto word :
           words_at(seed, {.person = 9, .which = item, .draw = static_cast<std::uint32_t>(r)}))
        z.push_back(quantile(boost::math::normal(), (word + 0.5) * 0x1p-32));
    const double known = a * quantile(boost::math::normal(), u[r]);
    const double x = known + m * z[0] + c * z[1];
    seen.by_draw.push_back(x);
    if (r < triples) seen.triples.push_back({x, known + m * z[0] + c * z[2], known + m * z[3] + c * z[4]});
  }
  return seen;
}

void check_within(const Measured& m, double truth) { CHECK(m.value == Approx(truth).margin(4 * m.mc_error)); }

}  // namespace

TEST_CASE("more customers cannot shrink what is not known of their retention") {
  // Mean 100 · 1.1 / (1.1 − r). Exact: the value of one customer has sd 237.01, of which the unknown
  // retention has 4.5 %; the mean of 100 customers 55.20, 82.4 %; of 10,000 50.161, 99.8 %. All from 100
  // simulated.
  const Seen seen = customers_with_one_retention(100, 4096, 4096);
  const struct {
    double people, sd, share;
  } known[] = {{1, 237.01, 0.045}, {100, 55.20, 0.824}, {10000, 50.161, 0.998}};
  for (const auto& [people, sd, share] : known) {
    const auto split = split_variance(seen.by_draw, seen.triples, 100 / people);
    REQUIRE(split);
    CHECK(std::sqrt(split->variance) == Approx(sd).epsilon(0.02));
    check_within(split->assumptions, share);
    CHECK(split->assumptions.mc_error < 0.02);
    check_within(split->mix, 0);  // customers do not differ
    CHECK(split->assumptions.value + split->mix.value + split->chance.value == Approx(1).epsilon(1e-12));
    const Estimate e = estimate_over_draws(seen.by_draw, split->noise);
    CHECK(e.sd == Approx(std::sqrt(split->variance)).epsilon(1e-9));
    check_within({e.mean, e.mc_error}, 373.201726);
  }
}

TEST_CASE("the split of a few draws is exact by hand") {
  // Eight draws with the same triple but for a constant: x − y = 2, x − z = 4, y − z = 2: within
  // (16 + 4) / 4 = 5, chance 2, mix 3. Draws 0, 6, … 42: variance 36 · 42 / 7 = 216; assumptions 211.
  std::vector<double> by_draw;
  std::vector<Triple> triples;
  for (int r = 0; r < 8; ++r) {
    by_draw.push_back(6 * r);
    triples.push_back({6.0 * r, 6.0 * r - 2, 6.0 * r - 4});
  }
  auto split = split_variance(by_draw, triples, 1);
  REQUIRE(split);
  CHECK(split->variance == Approx(216));
  CHECK(split->noise == 0);
  CHECK(split->assumptions.value == Approx(211 / 216.0));
  CHECK(split->mix.value == Approx(3 / 216.0));
  CHECK(split->chance.value == Approx(2 / 216.0));
  split = split_variance(by_draw, triples, 0.1);  // ten times as many people as simulated
  CHECK(split->variance == Approx(211.5));
  CHECK(split->noise == Approx(4.5));
  CHECK(split->share_of_noise == Approx(4.5 / 216));
  CHECK(split->mix.value == Approx(0.3 / 211.5));
  split = split_variance(by_draw, triples, 4);  // a quarter of them
  CHECK(split->variance == Approx(231));
  CHECK(split->noise == Approx(-15));
}

TEST_CASE("parts that come out below zero count as zero") {
  // Luck alone, and draws that happen to be equal: V = 0 below W. Mix: x = y with other people closer.
  const std::vector<double> same(8, 1.0);
  const auto split = split_variance(same, std::vector<Triple>(8, {1, 3, 2}), 1);
  REQUIRE(split);
  CHECK(split->assumptions.value == 0);
  CHECK(split->mix.value == 0);  // W = .5, C = 2
  CHECK(split->chance.value == 1);
  CHECK(split->variance == Approx(0.5));
  CHECK_FALSE(split_variance(same, std::vector<Triple>(8, {1, 1, 1}), 1));
}

TEST_CASE("who the customers are is told from what befalls them") {
  const Seen seen = normal_market(2, std::sqrt(3.0), 1, 2048, 2048, 5);  // variances 4, 3, 1
  const auto split = split_variance(seen.by_draw, seen.triples, 1);
  REQUIRE(split);
  check_within(split->assumptions, 4 / 8.0);
  check_within(split->mix, 3 / 8.0);
  check_within(split->chance, 1 / 8.0);
  CHECK(split->mix.mc_error < 0.04);
  CHECK(split->variance == Approx(8).epsilon(0.1));
}

TEST_CASE("a split needs triples from each shift") {
  CHECK_THROWS_AS(split_variance(std::vector<double>(16), std::vector<Triple>(7), 1), BrokenContract);
  CHECK_THROWS_AS(split_variance(std::vector<double>(8), std::vector<Triple>(16), 1), BrokenContract);
  CHECK_THROWS_AS(split_variance(std::vector<double>(8), std::vector<Triple>(8), 0), BrokenContract);
}
