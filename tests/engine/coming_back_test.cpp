// SPDX-License-Identifier: MIT
// People who left the category and come back to it.
#include "models/departure/returning.hpp"
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

std::string club(const std::string& departure, const std::string& rest = "") {
  return "market: A club\nperiod: month\nhorizon: 60 months\ndiscount_rate: 10% per year\npeople: 10k\n"
         "focal: us\nbrands: {us: {price: 10, unit_cost: 4}}\ndeparture: {" +
         departure + "}\n" + rest;
}

}  // namespace

TEST_CASE("leaving and coming back settle where a chain of two states does") {
  // 200,000 people: standard error .00107 at the most; 20 periods within 4 of them, false alarm .1 %.
  const Lived lived = lived_through(club("rate: 10% per month, return_rate: 5% per month"), 200000);
  for (int period = 1; period <= 60; period += 3) {
    const double part = part_active_after(1, .05, .1, period);
    CHECK(lived.of(0, period).active / 10000 ==
          Approx(part).margin(4 * std::sqrt(part * (1 - part) / 200000)));
  }
  CHECK(part_active_after(1, .05, .1, 60) == Approx(.045 / .145).epsilon(1e-3));
}

TEST_CASE("who comes back is neither an arrival nor a new customer, and all are accounted for") {
  const Lived lived = lived_through(club("rate: 10% per month, return_rate: 20% per month"), 5000);
  CHECK(lived.of(0, 1).came_back == 0);  // nobody has left yet
  for (int period = 1; period <= 60; ++period) {
    const Totals t = lived.of(0, period);
    CHECK(t.arrived == 0);
    if (period > 1) CHECK(t.came_back > 0);
    CHECK(t.active == Approx(lived.of(0, period - 1).active + t.came_back - t.departed));
    CHECK(t.purchases == Approx(t.active + t.departed));
  }
  for (const Life& life : lived.scenarios[0][0].lives) REQUIRE(life.first == 0);
  const Totals all = over_horizon(totals_by_period(lived.books(), 0, lived.scenarios[0], -1, 0));
  CHECK(all.existing_value == all.value);
}

TEST_CASE("who leaves at the start of a period comes back in the next at the earliest") {
  const Lived lived =
      lived_through(club("rate: 100% per month, when: start, return_rate: 100% per month"), 500);
  for (int period = 1; period <= 10; ++period) {
    CHECK(lived.of(0, period).purchases == (period % 2 == 0 ? 10000 : 0));
    CHECK(lived.of(0, period).came_back == (period % 2 == 0 ? 10000 : 0));
  }
  const Lived at_end = lived_through(club("rate: 100% per month, return_rate: 100% per month"), 500);
  for (int period = 1; period <= 10; ++period) {
    CHECK(at_end.of(0, period).purchases == 10000);
    CHECK(at_end.of(0, period).came_back == (period > 1 ? 10000 : 0));
    CHECK(at_end.of(0, period).active == 0);
  }
}

TEST_CASE("a return rate that a scenario brings in wins people back from then on") {
  const Lived lived = lived_through(
      club("rate: 10% per month"), 5000,
      "  - {change: departure.return_rate, to: 30% per month, from: month 7, until: month 9}\n");
  for (int period = 1; period <= 12; ++period) {
    const bool open = period >= 7 && period <= 9;
    CHECK((lived.of(0, period, 1).came_back > 0) == open);
    CHECK(lived.of(0, period, 0).came_back == 0);
    if (period < 7) CHECK(lived.of(0, period, 1).active == lived.of(0, period, 0).active);
  }
}

TEST_CASE("a rate of nought is none, to the last byte") {
  CHECK(tables_of_run(club("rate: 5% per month, return_rate: 0% per month")) ==
        tables_of_run(club("rate: 5% per month")));
}

TEST_CASE("coming back gives the same bytes for any size of block, threads and lanes") {
  const std::string market =
      replaced(club("rate: 5% per month, return_rate: 10% per month",
                    "need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 2}}}\n"
                    "lost_after: 4 months\nprospects: 20%\ndiffusion: {innovation: 0.02 per month}\n"),
               "brands: {us: {price: 10, unit_cost: 4}}",
               "brands: {us: {price: 10, unit_cost: 4, share: 40%}, rival: {share: 60%}}");
  const auto text = [&](int block, int threads, int lanes) {
    return tables_of_run(
        market, "",
        {.customers = 3000, .replications = 2, .threads = threads, .lanes = lanes, .block = block});
  };
  const std::string once = text(4096, 1, 0);
  CHECK(text(500, 1, 0) == once);
  CHECK(text(1024, 2, 0) == once);
  CHECK(text(4096, 1, 1) == once);
}

TEST_CASE("those whose past says that they have left may come back, and the accounts close") {
  const std::string market = club(
      "model: beta_geometric, when: start, chance: {beta: {alpha: 1, beta: 4}}, return_rate: 10% per month",
      "need: {probability: {beta: {alpha: 1, beta: 1}}}\nwindow: 12 months\n"
      "history: {purchases: 2, last_purchase: 5 months, observed_for: 10 months}\n");
  const Lived lived = lived_through(market, 4000);
  const SegmentOutcome& outcome = lived.scenarios[0][0];
  std::int64_t by_person = 0, by_period = 0, late = 0, gone_today = 0;
  for (const Life& life : outcome.lives) by_person += life.value, gone_today += life.start != 0;
  for (int start = 0; start <= 1; ++start) late += outcome.tally.late_value(start);
  for (int period = 0; period <= 60; ++period) by_period += outcome.tally.of(Tally::value, period, 0);
  CHECK(gone_today > 500);
  CHECK(late > 0);
  CHECK(by_person + late == by_period);
}

TEST_CASE("who comes back to a contract signs a new one") {
  const Lived lived = lived_through(club("rate: 10% per month, return_rate: 10% per month",
                                         "need: {model: contract, term: 12 months, billing: 1 month}\n"),
                                    5000);
  for (int period = 2; period <= 40; ++period)
    CHECK(lived.of(0, period).purchases == Approx(lived.of(0, period).active + lived.of(0, period).departed));
}

}  // namespace clientele
