// SPDX-License-Identifier: MIT
#include "sim/engine/appeals.hpp"

#include <cmath>
#include <numeric>

#include "sim/base/problem.hpp"
#include "sim/engine/customer_sample.hpp"
#include "sim/engine/stationary_shares.hpp"
#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

namespace {

const std::string frame =
    "market: Four bakeries\nhorizon: 12 months\ndiscount_rate: 1% per month\npeople: 1000\nfocal: a\n";
const std::string four =
    "brands:\n  a: {share: 5%, price: 3, unit_cost: 1}\n  b: {share: 15%, price: 2.5}\n"
    "  c: {share: 30%, price: 2}\n  d: {share: 50%, price: 1.8}\n";
const double asked[] = {0.05, 0.15, 0.30, 0.50};
constexpr int solved_on = 16384;  ///< points of the sample on which appeals are solved

std::vector<double> appeals(const World& world) { return appeals_of(world, 1, {}); }

void check_shares(const World& world, double error) {
  const auto shares = stationary_shares(customer_sample(world, solved_on), appeals(world));
  for (std::size_t j = 0; j < 4; ++j) CHECK(shares[j] == Approx(asked[j]).epsilon(error));
}

}  // namespace

TEST_CASE("without anything else appeals are the logarithms of the shares, around nought") {
  const auto a = appeals(world_of(frame + four));
  CHECK(std::accumulate(a.begin(), a.end(), 0.0) == Approx(0).margin(1e-9));
  for (std::size_t j = 1; j < 4; ++j) CHECK(a[j] - a[0] == Approx(std::log(asked[j] / asked[0])));
}

TEST_CASE("with inertia the logarithms of the shares would make the large brand far too large") {
  // By hand, B = e^1.5 = 4.4817: weights s (1 + (B - 1) s) = .058704, .228338, .613352, 1.370422;
  // sum 2.270816.
  const World world = world_of(frame + four + "choice: {inertia: 1.5}\n");
  const auto sample = customer_sample(world, 64);
  std::vector<double> logarithms;
  for (const double share : asked) logarithms.push_back(std::log(share));
  const auto wrong = stationary_shares(sample, logarithms);
  CHECK(wrong[0] == Approx(0.026).margin(5e-4));
  CHECK(wrong[1] == Approx(0.101).margin(5e-4));
  CHECK(wrong[2] == Approx(0.270).margin(5e-4));
  CHECK(wrong[3] == Approx(0.603).margin(5e-4));
  const auto right = stationary_shares(sample, appeals(world));
  for (std::size_t j = 0; j < 4; ++j) CHECK(right[j] == Approx(asked[j]).epsilon(1e-6));
}

TEST_CASE("shares come out whatever sets customers apart") {
  check_shares(world_of(frame + four + "choice: {price_sensitivity: {lognormal: {median: 2, sigma: 0.5}}}\n"),
               1e-6);
  check_shares(
      world_of(frame + four +
               "choice: {inertia: {normal: {mean: 2, sd: 0.7}}, taste: {normal: {mean: 0, sd: 1}}}\n"),
      1e-6);
  check_shares(world_of(frame + four +
                        "segments:\n  heavy: {share: 20%, choice: {inertia: 3}}\n"
                        "  light: {share: 80%, choice: {price_sensitivity: 4}}\n"),
               1e-6);
}

TEST_CASE("Dirichlet customers without inertia need no appeal") {
  // E(p_j) = s_j for Dirichlet probabilities; the quasi-random sample leaves about a hundredth.
  const auto a = appeals(world_of(frame + four + "choice: {taste: {dirichlet: {S: 1.3}}}\n"));
  for (const double appeal : a) CHECK(appeal == Approx(0).margin(0.03));
}

TEST_CASE("appeals that are given are kept") {
  const World world =
      world_of(frame + "brands:\n  a: {appeal: 0.7, price: 3, unit_cost: 1}\n  b: {appeal: -0.2}\n");
  CHECK(appeals(world) == std::vector<double>{0.7, -0.2});
}

TEST_CASE("a brand that enters later keeps its appeal while the others are solved") {
  const World world =
      world_of(frame + four + "  late: {appeal: 0.4, enters: month 7}\nchoice: {inertia: 1}\n");
  const auto a = appeals(world);
  REQUIRE(a.size() == 5);
  CHECK(a[4] == 0.4);
  const auto shares = stationary_shares(customer_sample(world, 64), a);
  for (std::size_t j = 0; j < 4; ++j) CHECK(shares[j] == Approx(asked[j]).epsilon(1e-6));
  CHECK(shares[4] == 0);
}

TEST_CASE("where memory feeds back the shares of a short simulation come out") {
  // The last step is under one in a thousand of a share, on 40,000 customers over six months.
  const World world =
      world_of(frame +
               "brands:\n  a: {share: 5%, price: 3, unit_cost: 1, ratings: {quality: 4.5, service: 4}}\n"
               "  b: {share: 15%, ratings: {quality: 4, service: 3}}\n  c: {share: 30%, ratings: {quality: "
               "3, service: 3}}\n"
               "  d: {share: 50%, ratings: {quality: 2.5, service: 2}}\n"
               "experience: {}\nchoice: {inertia: 1}\n");
  const auto a = appeals(world);
  // The same people in other replications: 20 × 10,000 purchases a month for 12 months. A share's standard
  // error is dominated by habit: √(.25 / 200,000) = .0011 for independent customers, less for the time
  // average; four of them are .0045.
  Scenario baseline{.name = "baseline", .world = world, .changes = {}, .investments = {}};
  Plan plan{.scenarios = {}, .population = populate(world, 10000)};
  plan.replications = 20;
  plan.seed = 20240623;
  plan.scenarios.push_back(
      {{{segment_tables({baseline, world, a, segments_of(world).front(), scales_for({&baseline})})}}});
  double purchases[4] = {}, all = 0;
  for (const auto& replication : simulate(plan, {}, {}))
    for (int period = 1; period <= 12; ++period)
      for (int j = 0; j < 4; ++j) {
        const auto bought = static_cast<double>(replication[0][0].tally.of(Tally::purchases, period, j));
        purchases[j] += bought;
        all += bought;
      }
  for (int j = 0; j < 4; ++j) CHECK(purchases[j] / all == Approx(asked[j]).margin(0.0045));
}
