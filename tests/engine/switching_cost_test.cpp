// SPDX-License-Identifier: MIT
// What it costs to leave a brand, apart from habit.
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// Two brands alike, bought from every month.
constexpr char halves[] = R"(market: Halves
period: month
horizon: 12 months
discount_rate: 10% per year
people: 20k
focal: us
brands:
  us:    {price: 3, unit_cost: 1, appeal: 0}
  rival: {price: 3, unit_cost: 1, appeal: 0}
choice: )";

double kept(const Lived& lived, int brand, int period, int scenario = 0) {
  const Totals t = lived.of(brand, period, scenario);
  return t.retained / t.customers_at_start;
}

}  // namespace

TEST_CASE("a switching cost of ln 3 keeps three customers of four between two brands alike") {
  // By hand: e^ln 3 / (e^ln 3 + 1) = 3/4. Of some 100,000 customers a month: standard error .0014.
  const Lived lived = lived_through(std::string(halves) + "{switching_cost: 1.0986123}\n", 200000);
  for (const int period : {1, 6, 12})
    for (const int brand : {0, 1}) CHECK(kept(lived, brand, period) == Approx(0.75).margin(0.0055));
}

TEST_CASE("habit and both switching costs add up") {
  const std::string three = replaced(replaced(halves, "appeal: 0", "appeal: 0, switching_cost: 0.25"),
                                     "1, appeal: 0}\nchoice", "1, appeal: 0, switching_cost: 0.25}\nchoice") +
                            "{inertia: 0.5, switching_cost: 0.25}\n";
  const Lived apart = lived_through(three, 20000),
              together = lived_through(std::string(halves) + "{inertia: 1}\n", 20000);
  for (int period = 0; period <= 12; ++period)
    for (const int brand : {0, 1})
      CHECK(apart.of(brand, period).customers_at_end == together.of(brand, period).customers_at_end);
}

TEST_CASE("a measure that binds our customers holds them from its first period on, and nobody else's") {
  const Lived lived = lived_through(std::string(halves) + "{inertia: 0.5}\n", 100000,
                                    "  - {change: brands.us.switching_cost, to: 0.8, from: month 5}\n");
  for (const int period : {1, 4}) CHECK(kept(lived, 0, period) == kept(lived, 0, period, 1));
  const double by_habit = std::exp(0.5) / (std::exp(0.5) + 1), bound = std::exp(1.3) / (std::exp(1.3) + 1);
  for (const int period : {5, 9, 12}) {
    CHECK(kept(lived, 0, period, 1) == Approx(bound).margin(0.008));
    CHECK(kept(lived, 1, period, 1) == Approx(by_habit).margin(0.009));
  }
}

TEST_CASE(
    "a segment's customers may lose more by leaving than others, and a change of the world reaches the "
    "rest") {
  const Lived lived = lived_through(std::string(halves) +
                                        "{switching_cost: 0.4}\nsegments:\n  free: {share: 50%}\n"
                                        "  tied: {share: 50%, choice: {switching_cost: 2}}\n",
                                    100000, "  - {change: choice.switching_cost, to: 0}\n");
  const auto kept_of = [&](int segment, int scenario) {
    const Totals t = totals_by_period(lived.books(), scenario, lived.scenarios[scenario], segment, 0)[6];
    return t.retained / t.customers_at_start;
  };
  // Standard error .0031 of about 25,000 customers.
  CHECK(kept_of(0, 0) == Approx(std::exp(0.4) / (std::exp(0.4) + 1)).margin(0.013));
  CHECK(kept_of(0, 1) == Approx(0.5).margin(0.013));
  CHECK(kept_of(1, 0) == Approx(std::exp(2) / (std::exp(2) + 1)).margin(0.013));
  CHECK(kept_of(1, 1) == kept_of(1, 0));
}

TEST_CASE("shares given are those of a market whose brands bind their customers unequally") {
  const std::string market = replaced(replaced(halves, "appeal: 0}", "share: 30%, switching_cost: 1.5}"),
                                      "appeal: 0}", "share: 70%, switching_cost: 0.2}");
  const Lived lived = lived_through(market + "{inertia: 0.3, taste: {normal: {sd: 1}}}\n", 100000);
  double ours = 0, all = 0;
  for (int period = 1; period <= 12; ++period) {
    ours += lived.of(0, period).purchases;
    all += lived.of(0, period).market_purchases;
  }
  CHECK(ours / all == Approx(0.30).margin(0.006));
}

}  // namespace clientele
