// SPDX-License-Identifier: MIT
// What each change has of a difference in equity, of whole runs.
#include "tests/study/explained.hpp"

namespace clientele {
using namespace explained;

TEST_CASE("two changes share a difference by the mean of both orders") {
  const std::string price = "  - {change: brands.us.price, by: -10%, from: month 3}\n",
                    quality = "  - {change: brands.us.ratings.quality, by: 0.4, from: month 1}\n",
                    head = "scenario: Two\nworld: market.yaml\nchanges:\n";
  const auto gain = [&](const std::string& changes) {
    RunOptions unexplained = few();
    unexplained.explain = 0;
    return run_text(rich, head + changes, unexplained).headlines[1].against->difference.mean;
  };
  const double both = gain(price + quality), first = gain(price), second = gain(quality);
  const Results results = run_text(rich, head + price + quality, few());
  CHECK(part_of(results, "difference by change", "brands.us.price") ==
        Approx((first + both - second) / 2).epsilon(1e-6));
  CHECK(part_of(results, "difference by change", "brands.us.ratings.quality") ==
        Approx((second + both - first) / 2).epsilon(1e-6));
  CHECK(sum_of(results, "Two", "difference by change") == Approx(both).epsilon(1e-12));
}

TEST_CASE("a single change is the whole difference") {
  const Results results = run_text(rich, changed("brands.us.price, by: -10%"), few());
  CHECK(part_of(results, "difference by change", "brands.us.price") ==
        Approx(results.headlines[1].against->difference.mean).epsilon(1e-12));
}

TEST_CASE("more than eight changes share a difference by drawn orders, exactly") {
  std::string scenario = "scenario: Many\nworld: market.yaml\nchanges:\n";
  for (int month = 1; month <= 9; ++month)
    scenario += "  - {change: brands.us.price, by: -2%, from: month " + std::to_string(month) + "}\n";
  const Results results = run_text(rich, scenario, few(200, 2));
  CHECK(sum_of(results, "Many", "difference by change") ==
        Approx(results.headlines[1].against->difference.mean).epsilon(1e-9));
  CHECK(results.headlines[1].against->changes->parts.size() == 9);
  CHECK(row_of(results, "difference by change", "brands.us.price.9"));
}

TEST_CASE("changes of one lever that make no sense apart count together") {
  const std::string scenario =
      "scenario: Together\nworld: market.yaml\nchanges:\n"
      "  - {change: brands.us.price, to: 30, from: month 2}\n"
      "  - {change: brands.us.price, by: -20, from: month 3}\n"
      "  - {change: brands.us.ratings.quality, by: 0.2, from: month 3}\n";
  const Results results = run_text(rich, scenario, few(500, 2));
  REQUIRE(results.headlines[1].against->changes);
  CHECK(results.headlines[1].against->changes->parts.size() == 2);
  CHECK(sum_of(results, "Together", "difference by change") ==
        Approx(results.headlines[1].against->difference.mean).epsilon(1e-9));
}

TEST_CASE("a change that does not happen in a draw has no part of its difference") {
  const Results results = run_text(in_doubt, perhaps, drawn(32));
  double difference = 0;
  for (const auto& row : results.samples)
    if (row.scenario == "Perhaps") difference += row.net_value / 32;
  CHECK(sum_of(results, "Perhaps", "difference by change") == Approx(difference).epsilon(1e-9));
  const std::string never = replaced(perhaps, "probability: 50%", "probability: 0%");
  const Results only_price = run_text(in_doubt, never, drawn(16));
  CHECK(part_of(only_price, "difference by change", "brands.us.ratings.service") == 0);
  CHECK(part_of(only_price, "difference by change", "brands.us.price") != 0);
}

}  // namespace clientele
