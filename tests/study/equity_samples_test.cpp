// SPDX-License-Identifier: MIT
// In which draws and replications equity is explained, and what that leaves as it is.
#include "tests/study/explained.hpp"

namespace clientele {
using namespace explained;

TEST_CASE("equity is explained in the first draws, with an error between their shifts") {
  const Results results = run_text(in_doubt, perhaps, drawn(40));
  REQUIRE(results.headlines[0].sources);
  CHECK(results.headlines[0].sources->samples == 32);
  double equity = 0;
  for (const auto& row : results.samples)
    if (row.scenario == "Two of a trade" && row.draw <= 32) equity += row.customer_equity / 32;
  CHECK(sum_of(results, "Two of a trade", sources) == Approx(equity).epsilon(1e-12));
  for (const auto& part : results.headlines[0].sources->parts) CHECK(*part.mc_error > 0);
  CHECK(run_text(in_doubt, perhaps, drawn(16, 3)).headlines[0].sources->samples == 8);
  CHECK(run_text(in_doubt, perhaps, drawn(16)).headlines[0].sources->samples == 16);
}

TEST_CASE("large populations are explained in fewer replications, unless more are asked for") {
  const std::string market = duel("price: 10, appeal: 0", "price: 9, appeal: 0", "price_sensitivity: 2");
  CHECK(run_world(market, few(20000, 4)).headlines[0].sources->samples == 2);
  RunOptions asked = few(20000, 4);
  asked.explain = 4;
  CHECK(run_world(market, asked).headlines[0].sources->samples == 4);
}

TEST_CASE("explaining equity changes no other table, and none is asked for with 0") {
  const Results with = run_text(in_doubt, perhaps, drawn(16)),
                without = run_text(in_doubt, perhaps, drawn(16, 0));
  CHECK(all_bytes(with, "equity") == all_bytes(without, "equity"));
  CHECK_FALSE(without.headlines[0].sources);
  CHECK_FALSE(without.headlines[1].against->why);
  CHECK_FALSE(row_of(without, "difference by mechanism", "retention"));
}

TEST_CASE("what explains equity is the same bytes for any number of threads, lanes and blocks") {
  RunOptions other = few();
  other.threads = 1;
  other.lanes = 1;
  other.block = 128;
  const std::string scenario =
      "scenario: Two\nworld: market.yaml\nchanges:\n"
      "  - {change: brands.us.price, by: -10%, from: month 3}\n"
      "  - {change: brands.us.unit_cost, by: 2%}\n";
  CHECK(all_bytes(run_text(rich, scenario, few())) == all_bytes(run_text(rich, scenario, other)));
}

TEST_CASE("a stop while equity is explained keeps the rest and says so") {
  const Study study = study_of_text(rich, nothing);
  std::stop_source stop;
  const Results results = run(
      study.baseline, {}, few(500, 2),
      [&](double done) {
        if (done > 0.1) stop.request_stop();
      },
      stop.get_token());
  CHECK(results.replications == 2);
  CHECK(results.interrupted);
  CHECK_FALSE(results.headlines[0].sources);
  REQUIRE_FALSE(results.warnings.empty());
}

}  // namespace clientele
