// SPDX-License-Identifier: MIT
// Value, brand and retention equity of whole runs.
#include "tests/study/explained.hpp"

namespace clientele {
using namespace explained;

TEST_CASE(
    "value, brand and retention equity and what is left sum to equity, all of it and of today's customers") {
  const Results results = run_world(rich);
  CHECK(sum_of(results, "Of everything", sources) == Approx(results.headlines[0].equity.mean).epsilon(1e-12));
  CHECK(sum_of(results, "Of everything", std::string(sources) + " of today's customers") ==
        Approx(results.headlines[0].equity_today.mean).epsilon(1e-12));
  CHECK(sum_of(results, "Of everything", "customer equity") ==
        Approx(results.headlines[0].equity.mean).epsilon(1e-12));
  REQUIRE(results.headlines[0].sources);
  CHECK(results.headlines[0].sources->samples == 3);
  for (const auto& part : results.headlines[0].sources->parts) {
    CHECK(std::abs(part.value) > 0);
    REQUIRE(part.mc_error);
    CHECK(*part.mc_error > 0);
  }
}

TEST_CASE("where only the price differs there is only value equity") {
  const Results results =
      run_world(duel("price: 9, appeal: 0", "price: 10, appeal: 0", "price_sensitivity: 4, inertia: 0"));
  CHECK(std::abs(part_of(results, sources, "value")) > 1000);
  CHECK(part_of(results, sources, "brand") == 0);
  CHECK(part_of(results, sources, "retention") == 0);
}

TEST_CASE("where only the appeal differs there is only brand equity") {
  const Results results =
      run_world(duel("price: 10, appeal: 0.5", "price: 10, appeal: 0", "price_sensitivity: 4, inertia: 0"));
  CHECK(part_of(results, sources, "value") == 0);
  CHECK(part_of(results, sources, "brand") > 1000);
  CHECK(part_of(results, sources, "retention") == 0);
}

TEST_CASE("drivers build the kind of equity that they are tagged with") {
  const auto rated = [](const std::string& tag) {
    return run_world(duel("price: 10, appeal: 0, ratings: {ease: 4.5}",
                          "price: 10, appeal: 0, ratings: {ease: 3}",
                          "price_sensitivity: 2, drivers: {ease: {equity: " + tag + ", weight: 0.4}}"));
  };
  for (const std::string tag : {"value", "brand", "retention"}) {
    const Results results = rated(tag);
    for (const std::string part : {"value", "brand", "retention"})
      CHECK((part_of(results, sources, part) > 1000) == (part == tag));
  }
}

TEST_CASE("a brand that fewer have heard of than of its rivals has less than no brand equity") {
  const Results results =
      run_world(duel("price: 10, appeal: 0, awareness: 60%", "price: 10, appeal: 0", "price_sensitivity: 2"));
  CHECK(part_of(results, sources, "value") == 0);
  CHECK(part_of(results, sources, "brand") < -1000);
  CHECK(part_of(results, sources, "retention") == 0);
}

TEST_CASE("without habit, memory and bonds there is no retention equity") {
  const Results results = run_world(duel("price: 9, appeal: 0.3", "price: 10, appeal: 0",
                                         "price_sensitivity: 3, taste: {normal: {sd: 1}}"));
  CHECK(part_of(results, sources, "retention") == 0);
  CHECK(part_of(results, sources, "brand") > 0);
}

TEST_CASE(
    "brands that are alike have neither value nor brand equity, and retention equity grows with habit") {
  const auto retention_at = [](const std::string& inertia) {
    const Results results = run_world(duel("price: 10, appeal: 0.2", "price: 10, appeal: 0.2",
                                           "price_sensitivity: 3, inertia: " + inertia));
    CHECK(part_of(results, sources, "value") == 0);
    CHECK(part_of(results, sources, "brand") == 0);
    return part_of(results, sources, "retention");
  };
  const double weak = retention_at("0.5"), strong = retention_at("1.5");
  CHECK(weak > 1000);
  CHECK(strong > weak);
}

TEST_CASE("a cost of switching that only we impose is retention equity") {
  const Results results = run_world(
      duel("price: 10, appeal: 0, switching_cost: 1", "price: 10, appeal: 0", "price_sensitivity: 2"));
  CHECK(part_of(results, sources, "value") == 0);
  CHECK(part_of(results, sources, "brand") == 0);
  CHECK(part_of(results, sources, "retention") > 1000);
}

TEST_CASE("contacts that change nothing cost retention equity exactly what they cost") {
  const std::string market = duel("price: 10, appeal: 0", "price: 10, appeal: 0", "price_sensitivity: 2") +
                             "contacts:\n  mail: {cost: 0.5, frequency: 1 per month}\n";
  const Results with = run_world(market), without = run_world(replaced(market, "cost: 0.5", "cost: 0"));
  const double cost = without.headlines[0].equity.mean - with.headlines[0].equity.mean;
  CHECK(cost > 1000);
  CHECK(part_of(with, sources, "retention") == Approx(-cost).epsilon(1e-6));
  CHECK(part_of(with, sources, "value") == 0);
}

// Chance to choose us at a price p and an appeal a against 12 and 0: 1 / (1 + exp(−a) (p / 12)²); a
// customer brings p − 4. Of 10,000 people over 24 months at 10 % a year, paid in mid-month.
TEST_CASE("value and brand equity of two brands without habit are those computed by hand") {
  RunOptions exact = few(20000, 8);
  exact.explain = 8;
  const Results results =
      run_world(duel("price: 10, appeal: 0.4", "price: 12, appeal: 0", "price_sensitivity: 2"), exact);
  double discounted = 0;
  for (int month = 1; month <= 24; ++month) discounted += std::pow(1.1, -(month - 0.5) / 12);
  const auto equity = [&](double price, double appeal) {
    return 10000 * discounted * (price - 4) / (1 + std::exp(-appeal) * std::pow(price / 12, 2));
  };
  const double all = equity(10, 0.4), no_value = equity(12, 0.4), no_brand = equity(10, 0),
               none = equity(12, 0);
  const auto check = [&](const std::string& part, double expected) {
    const EquityRow& row = *row_of(results, sources, part);
    INFO(part << ": " << row.value << " ± " << *row.mc_error << ", by hand " << expected);
    CHECK(std::abs(row.value - expected) <
          4 * *row.mc_error + 1e-6 * std::abs(expected));  // single precision
    CHECK(*row.mc_error < 0.01 * all);
  };
  check("value", ((all - no_value) + (no_brand - none)) / 2);
  check("brand", ((all - no_brand) + (no_value - none)) / 2);
  check("none of these", none);
  CHECK(part_of(results, sources, "retention") == 0);
}

TEST_CASE("equity is not explained where there is no rival or no utility") {
  CHECK_FALSE(run_world(alone).headlines[0].sources);
  const std::string matrix =
      "market: By matrix\nhorizon: 6 months\ndiscount_rate: 10% per year\npeople: 10k\nfocal: us\nbrands:\n"
      "  us:   {share: 50%, price: 10, unit_cost: 4}\n  them: {share: 50%, price: 10, unit_cost: 4}\n"
      "choice:\n  model: switching_matrix\n  switching: {us: {us: 70%, them: 30%}, them: {us: 30%, them: "
      "70%}}\n";
  CHECK_FALSE(run_world(matrix).headlines[0].sources);
  CHECK(row_of(run_world(matrix), "customer equity", "today's customers"));
}

}  // namespace clientele
