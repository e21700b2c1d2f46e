// SPDX-License-Identifier: MIT
// Nobody's luck moves when others come or go.
#include <algorithm>
#include <string>
#include <tuple>

#include "tests/engine/lively.hpp"

namespace clientele {

TEST_CASE("another seed gives other results") {
  CHECK(all_tables(lively(), {.seed = 1}) != all_tables(lively(), {.seed = 2}));
}

TEST_CASE("adding people leaves the lives of the others as they were") {
  const auto sorted = [](SegmentOutcome outcome) {
    std::sort(outcome.lives.begin(), outcome.lives.end(), [](const Life& a, const Life& b) {
      return std::tie(a.first, a.value) < std::tie(b.first, b.value);
    });
    return outcome.lives;
  };
  const auto few = sorted(lived(one_segment, 700)), many = sorted(lived(one_segment, 1100));
  CHECK(few.size() == 700);
  CHECK(std::includes(many.begin(), many.end(), few.begin(), few.end(), [](const Life& a, const Life& b) {
    return std::tie(a.first, a.value) < std::tie(b.first, b.value);
  }));
}

TEST_CASE("a promotion that comes again is the same as that many promotions, to the byte") {
  const std::string head = "scenario: Sale\nworld: market.yaml\nchanges:\n";
  const std::string sale = "  - {change: brands.us.price, by: -15%, over: 2 months, ";
  const std::string again = head + sale + "from: month 2, until: month 3, each: 4 months, times: 3}\n";
  const std::string written_out = head + sale + "from: month 2, until: month 3}\n" + sale +
                                  "from: month 6, until: month 7}\n" + sale +
                                  "from: month 10, until: month 11}\n";
  const RunOptions unexplained{.explain = 0};  // one change has one part, three have three
  const std::string tables = all_tables(study_of_text(lively_market, again), unexplained);
  CHECK(tables == all_tables(study_of_text(lively_market, written_out), unexplained));
  CHECK(tables !=
        all_tables(study_of_text(lively_market, replaced(again, "times: 3", "times: 2")), unexplained));
}

TEST_CASE("a brand that is listed but never enters changes nothing for the others") {
  const auto with = lived(one_segment, 900);
  const auto without = lived(
      replaced(one_segment, "  chain: {price: 2.50, unit_cost: 1.00, appeal: 0.2, enters: never}\n", ""),
      900);
  for (int period = 0; period <= 10; ++period)
    for (int brand = 0; brand < 2; ++brand) {
      CHECK(with.tally.of(Tally::customers, period, brand) ==
            without.tally.of(Tally::customers, period, brand));
      CHECK(with.tally.of(Tally::value, period, brand) == without.tally.of(Tally::value, period, brand));
    }
}

TEST_CASE("a further brand changes what people choose but neither when they buy nor when they leave") {
  const auto three = lived(one_segment, 900);
  const auto four = lived(
      replaced(one_segment, "  us: ", "  another: {price: 3.00, unit_cost: 1.00, appeal: 0.1}\n  us: "), 900);
  for (int period = 1; period <= 10; ++period) {
    std::int64_t before = 0, after = 0;
    for (int brand = 0; brand < 3; ++brand) before += three.tally.of(Tally::purchases, period, brand);
    for (int brand = 0; brand < 4; ++brand) after += four.tally.of(Tally::purchases, period, brand);
    CHECK(before == after);
    CHECK(three.tally.departed(period) == four.tally.departed(period));
  }
  CHECK(three.tally.of(Tally::purchases, 1, 0) > four.tally.of(Tally::purchases, 1, 0));
}

TEST_CASE("reordering the brands of a file changes no result") {
  const std::string us = "  us:    {price: 3.20, unit_cost: 1.10, appeal: 0.3}\n",
                    rival = "  rival: {price: 2.90, unit_cost: 1.05, appeal: 0.5}\n";
  std::vector<std::string> names, reordered_names;
  const auto usual = lived(one_segment, 900, &names);
  const auto reordered = lived(replaced(one_segment, us + rival, rival + us), 900, &reordered_names);
  CHECK(names == reordered_names);
  for (int period = 0; period <= 10; ++period)
    for (int brand = 0; brand < 3; ++brand)
      CHECK(usual.tally.of(Tally::value, period, brand) == reordered.tally.of(Tally::value, period, brand));
}

TEST_CASE("an entrant leaves the choices of those who do not take it as they were") {
  // With the incumbents' luck untouched, nobody moves from one incumbent to another in the entrant's first
  // period.
  const Study study = study_of_text(
      one_segment,
      "scenario: Entry\nworld: market.yaml\nchanges:\n  - {change: brands.chain.enters, to: month 4}\n");
  RunOptions options;
  options.customers = 2000;
  options.replications = 1;
  const Stage stage = set_stage({&study.baseline, &study.scenarios.front()},
                                appeals_of(study.baseline.world, 1, {}), options);
  const Outcome outcome = simulate(stage.plan, {}, {});
  const Tally &before = outcome[0][0][0].tally, &after = outcome[0][1][0].tally;
  for (int period = 0; period < 4; ++period)
    for (int brand = 0; brand < 3; ++brand)
      CHECK(before.of(Tally::purchases, period, brand) == after.of(Tally::purchases, period, brand));
  CHECK(after.of(Tally::purchases, 4, 2) > 0);
  for (int brand = 0; brand < 2; ++brand)
    CHECK(after.of(Tally::purchases, 4, brand) < before.of(Tally::purchases, 4, brand));
}

TEST_CASE("32-bit lanes lose nothing that matters against double precision") {
  // Rounding flips a choice now and then; over 5,000 people and 14 months value differs by less than its own
  // error.
  const Study study = lively();
  RunOptions options;
  options.customers = 5000;
  options.replications = 1;
  const auto value = [&](int lanes) {
    options.lanes = lanes;
    const Stage stage = set_stage({&study.baseline}, appeals_of(study.baseline.world, 1, {}), options);
    double sum = 0;
    const Outcome outcome = simulate(stage.plan, {}, {});
    for (const auto& segment : outcome[0][0])
      for (int period = 1; period <= 14; ++period)
        sum += static_cast<double>(segment.tally.of(Tally::value, period, 0));
    return sum;
  };
  CHECK(value(1) == Approx(value(-1)).epsilon(2e-3));
}

TEST_CASE("value by customer and value by period are the same to the last unit") {
  // Customers of today and new ones whose window covers the horizon: here all value is somebody's.
  const auto outcome =
      lived(replaced(one_segment, "people: 10k\n", "people: 10k\nwindow: 10 months\n"), 3000);
  std::int64_t by_person = 0, by_period = 0;
  for (const Life& life : outcome.lives) by_person += life.value;
  for (int period = 0; period <= 10; ++period) by_period += outcome.tally.of(Tally::value, period, 0);
  CHECK(by_person == by_period);
  CHECK(by_period > 0);
}

TEST_CASE(
    "customers at the end are those at the start and the acquired less the lost, and all active people are "
    "somebody's") {
  const auto outcome = lived(one_segment, 3000);
  for (int period = 0; period <= 10; ++period) {
    std::int64_t customers = 0;
    for (int brand = 0; brand < 3; ++brand) customers += outcome.tally.of(Tally::customers, period, brand);
    CHECK(customers == outcome.tally.active(period));
    if (period > 0)
      CHECK(outcome.tally.active(period) ==
            outcome.tally.active(period - 1) - outcome.tally.departed(period));
  }
}

}  // namespace clientele
