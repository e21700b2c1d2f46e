// SPDX-License-Identifier: MIT
#include "sim/engine/segment_tables.hpp"

#include <cmath>

#include "models/arithmetic.hpp"
#include "sim/random/address.hpp"
#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

namespace {

const std::string frame =
    "market: Three bakeries\nhorizon: 12 months\ndiscount_rate: 1% per month\ncash_flow: start\npeople: "
    "1000\n"
    "focal: us\n";

/// The tables of a scenario's first segment, with appeals 0.1, 0.2, … in the order of the file.
struct Laid {
  Study study;
  std::unique_ptr<SegmentTables> tables;

  explicit Laid(Study of) : study(std::move(of)) {
    const Scenario& scenario = study.scenarios.empty() ? study.baseline : study.scenarios.front();
    std::vector<double> appeal;
    for (std::size_t b = 0; b < scenario.world.brands.size(); ++b)
      appeal.push_back(0.1 * (1.0 + static_cast<double>(b)));
    tables = segment_tables({scenario,
                             study.baseline.world,
                             appeal,
                             segments_of(scenario.world).front(),
                             {FixedPoint{10}, FixedPoint{4}}});
  }
  const KernelMarket& view() const { return tables->view; }
  float at(const float* table, int row, int brand) const { return table[row * view().brands + brand]; }
};

Laid market(const std::string& text) { return Laid(study_of(frame + text)); }
Laid scenario(const std::string& changes, const std::string& text) {
  return Laid(study_of_scenario(changes, frame + text));
}

const std::string three =
    "brands:\n"
    "  them: {share: 30%, price: 4, unit_cost: 2}\n"
    "  us: {share: 40%, price: 2, unit_cost: 1, cost_to_serve: 0.25}\n"
    "  another: {share: 30%, price: 8}\n";

}  // namespace

TEST_CASE("tables have a row for today and one for each period, a column for each brand") {
  const Laid laid = market(three);
  CHECK(laid.view().periods == 12);
  CHECK(laid.view().brands == 3);
  CHECK(laid.tables->price.size() == 13 * 3);
  CHECK(laid.tables->discount.size() == 13);
}

TEST_CASE("our brand comes first, then the others by name, whatever the order of the file") {
  const Laid laid = market(three);
  // In the file: them, us, another, with appeals .1, .2, .3.
  CHECK(laid.at(laid.view().base, 0, 0) == Approx(0.2 * log2_e));
  CHECK(laid.at(laid.view().base, 0, 1) == Approx(0.3 * log2_e));
  CHECK(laid.at(laid.view().base, 0, 2) == Approx(0.1 * log2_e));
  CHECK(laid.view().slot[0] == brand_slot("us"));
  CHECK(laid.view().slot[1] == brand_slot("another"));
  CHECK(laid.view().slot[2] == brand_slot("them"));
  CHECK(laid.tables->priced == std::vector<bool>{true, false, true});
}

TEST_CASE("brands that enter later come last and count as no incumbents") {
  const Laid laid = market(three + "  aaa: {appeal: 0, enters: month 7}\n");
  CHECK(laid.view().incumbents == 3);
  CHECK(laid.view().slot[3] == brand_slot("aaa"));
  CHECK(laid.at(laid.view().present, 0, 3) == 0);
  CHECK(laid.at(laid.view().present, 6, 3) == 0);
  CHECK(laid.at(laid.view().present, 7, 3) == 1);
  CHECK(laid.at(laid.view().present, 12, 3) == 1);
  CHECK(laid.view().entrants_open[6] == 0);
  CHECK(laid.view().entrants_open[7] == 1);
  CHECK(laid.view().all_present[12] == 1);
}

TEST_CASE("a scenario brings in a brand that stays away in the baseline") {
  const std::string world = three + "  late: {appeal: 0, enters: never}\n";
  const Laid without = market(world),
             with = scenario("changes:\n  - {change: brands.late.enters, to: month 3}\n", world);
  for (int row = 0; row <= 12; ++row) {
    CHECK(without.at(without.view().present, row, 3) == 0);
    CHECK(with.at(with.view().present, row, 3) == (row >= 3 ? 1 : 0));
  }
  CHECK(with.view().incumbents == 3);
}

TEST_CASE("a brand that a scenario brings in from the first month is still absent today") {
  const Laid laid = scenario("changes:\n  - {change: brands.late.enters, to: month 1}\n",
                             three + "  late: {appeal: 0, enters: never}\n");
  CHECK(laid.at(laid.view().present, 0, 3) == 0);
  CHECK(laid.at(laid.view().present, 1, 3) == 1);
  CHECK(laid.view().entrants_open[0] == 0);
  CHECK(laid.view().entrants_open[1] == 1);
}

TEST_CASE("a brand leaves at the start of the period that it names") {
  const Laid laid = market(three + "  old: {share: 0.0001%, leaves: month 4}\n");
  const int old = 2;  // us, another, old, them
  CHECK(laid.view().slot[old] == brand_slot("old"));
  CHECK(laid.at(laid.view().present, 3, old) == 1);
  CHECK(laid.at(laid.view().present, 4, old) == 0);
  CHECK(laid.view().all_present[3] == 1);
  CHECK(laid.view().all_present[4] == 0);
}

TEST_CASE("prices enter utility against the geometric mean of today's") {
  // By hand: (4 · 2 · 8)^(1/3) = 4; ln 2/4 = -ln 2, ln 8/4 = ln 2, ln 4/4 = 0.
  const Laid laid = market(three);
  CHECK(reference_price(laid.study.baseline.world) == Approx(4));
  CHECK(laid.at(laid.view().price_term, 0, 0) == Approx(-std::log(2)));
  CHECK(laid.at(laid.view().price_term, 0, 1) == Approx(std::log(2)));
  CHECK(laid.at(laid.view().price_term, 5, 2) == Approx(0).margin(1e-7));
}

TEST_CASE("linear prices enter utility against the plain mean of today's") {
  // By hand: (4 + 2 + 8) / 3 = 14 / 3; 2 - 14/3 = -8/3.
  const Laid laid = market(three + "choice: {price: linear}\n");
  CHECK(reference_price(laid.study.baseline.world) == Approx(14.0 / 3));
  CHECK(laid.at(laid.view().price_term, 0, 0) == Approx(-8.0 / 3));
}

TEST_CASE("a price without a price is the reference price") {
  const Laid laid = market("brands:\n  us: {share: 40%, price: 2, unit_cost: 1}\n  them: {share: 60%}\n");
  CHECK(reference_price(laid.study.baseline.world) == Approx(2));
  CHECK(laid.at(laid.view().price_term, 0, 1) == 0);
}

TEST_CASE("a price change leaves today alone and counts from its period on") {
  const Laid laid = scenario("changes:\n  - {change: brands.us.price, by: -10%, from: month 3}\n", three);
  for (int row = 0; row <= 12; ++row) {
    const double price = row >= 3 ? 1.8 : 2.0;
    CHECK(laid.tables->price[row * 3] == Approx(price));
    CHECK(laid.at(laid.view().price_term, row, 0) == Approx(std::log(price / 4)));  // p̄ stays today's
    CHECK(laid.tables->price[row * 3 + 2] == 4);
  }
}

TEST_CASE("a ramp over three months goes by thirds") {
  // As in scenario_test: 1/3 in month 7, 2/3 in month 8, 1 from month 9; 2 · (1 - 3 % · part).
  const Laid laid =
      scenario("changes:\n  - {change: brands.us.price, by: -3%, from: month 7, over: 3 months}\n", three);
  CHECK(laid.tables->price[6 * 3] == 2);
  CHECK(laid.tables->price[7 * 3] == Approx(1.98));
  CHECK(laid.tables->price[8 * 3] == Approx(1.96));
  CHECK(laid.tables->price[9 * 3] == Approx(1.94));
  CHECK(laid.tables->price[12 * 3] == Approx(1.94));
}

TEST_CASE("money is discounted and scaled; today's is not discounted") {
  // Scale 2^10, margin 2 - 1 = 1, cost to serve .25, cash flow at the start: factor 1.01^-(period - 1).
  const Laid laid = market(three);
  CHECK(laid.tables->discount[0] == 1);
  CHECK(laid.tables->discount[1] == 1);
  CHECK(laid.tables->discount[12] == Approx(std::pow(1.01, -11)));
  CHECK(laid.at(laid.view().unit_margin, 1, 0) == 1024);
  CHECK(laid.at(laid.view().unit_margin, 12, 0) == Approx(1024 * std::pow(1.01, -11)));
  CHECK(laid.at(laid.view().cost_to_serve, 1, 0) == 256);
  CHECK(laid.at(laid.view().unit_margin, 1, 1) == 0);  // a price without a unit cost means no money
  CHECK(laid.view().units_scale == 16);
}

TEST_CASE("ratings are centred on today's mean and a missing one is the mean") {
  // By hand: (4 + 3) / 2 = 3.5.
  const std::string rated =
      "brands:\n  us: {share: 40%, price: 2, unit_cost: 1, ratings: {quality: 4}}\n"
      "  rival: {share: 30%, ratings: {quality: 3}}\n  x: {share: 30%}\n"
      "choice: {drivers: {quality: {weight: 1}}}\n";
  const Laid laid = market(rated);
  CHECK(mean_rating(laid.study.baseline.world, "quality") == Approx(3.5));
  CHECK_FALSE(mean_rating(laid.study.baseline.world, "service").has_value());
  REQUIRE(laid.view().drivers == 1);
  const float* rating = laid.view().driver[0].rating;
  CHECK(laid.at(rating, 0, 0) == 0.5f);
  CHECK(laid.at(rating, 0, 1) == -0.5f);
  CHECK(laid.at(rating, 0, 2) == 0);
  CHECK(laid.view().moved[1] == 0);

  const Laid better =
      scenario("changes:\n  - {change: brands.us.ratings.quality, by: 0.5, from: month 2}\n", rated);
  const float* moved = better.view().driver[0].rating;
  CHECK(better.at(moved, 1, 0) == 0.5f);
  CHECK(better.at(moved, 2, 0) == 1.0f);
  CHECK(better.at(moved, 2, 1) == -0.5f);  // the mean stays today's
  CHECK(better.view().moved[1] == 0);
  CHECK(better.view().moved[2] == 1);
  CHECK(better.view().moved[3] == 0);
}

TEST_CASE("an unchanged scenario has the tables of the baseline, but for nothing") {
  const Laid base = market(three), same = scenario("changes: []\n", three);
  for (int i = 0; i < 13 * 3; ++i) {
    CHECK(base.view().price_term[i] == same.view().price_term[i]);
    CHECK(base.view().unit_margin[i] == same.view().unit_margin[i]);
    CHECK(base.view().present[i] == same.view().present[i]);
    CHECK(base.view().base[i] == same.view().base[i]);
  }
}

TEST_CASE("who leaves is asked only where somebody may") {
  CHECK(market(three).view().leaving == KernelMarket::nobody);
  const Laid end = market(three + "departure: {rate: 2% per month}\n");
  CHECK(end.view().leaving == KernelMarket::at_end);
  CHECK_FALSE(end.view().own_chance);
  CHECK(end.view().departure_rate[5] == Approx(0.02));
  CHECK(market(three + "departure: {rate: 2% per month, when: start}\n").view().leaving ==
        KernelMarket::at_start);
  const Laid involuntary = market(three + "departure: {involuntary: 1% per month}\n");
  CHECK(involuntary.view().leaving == KernelMarket::at_end);
  CHECK(involuntary.view().departure_rate[5] == 0);
  CHECK(involuntary.view().involuntary[5] == Approx(0.01));
}

TEST_CASE("a chance or a rate to leave of the customer's own is drawn, not taken from the table of rates") {
  const auto leaving = [](const std::string& departure) {
    const Laid laid = market(three + "departure: {" + departure + "}\n");
    CHECK(laid.view().own_chance);
    return laid.view().leaving;
  };
  const std::string beta = "model: beta_geometric, chance: {beta: {alpha: 1, beta: 4}}";
  CHECK(leaving(beta) == KernelMarket::at_end);
  CHECK(leaving(beta + ", when: start") == KernelMarket::at_start);
  CHECK(leaving(beta + ", per: purchase") == KernelMarket::after_purchases);
  CHECK(leaving("model: gamma_rate, hazard: {gamma: {mean: 0.1 per month, shape: 1}}") ==
        KernelMarket::at_any_moment);
}

TEST_CASE("value of a new customer is counted over half the horizon unless a window is given") {
  CHECK(market(three).view().window == 6);
  CHECK(market("window: 3 months\n" + three).view().window == 3);
}

TEST_CASE("scales leave room for the largest amount, and no more than a bit of it") {
  // By hand: one unit at most 8 a unit, cost to serve nothing: 24 - log2 8 = 21 bits; units: 24 - log2 1
  // = 24.
  const Laid laid = market(three);
  const Scales scales = scales_for({&laid.study.baseline});
  CHECK(scales.money.bits == 21);
  CHECK(scales.units.bits == 24);
}
