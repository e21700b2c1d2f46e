// SPDX-License-Identifier: MIT
// Brands that compete at several levels.
#include "sim/engine/habits.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char coffee[] = R"(market: Coffee and vending
period: month
horizon: 12 months
discount_rate: 10% per year
people: 20k
focal: us
brands:
  us:       {price: 3, unit_cost: 1, appeal: 0}
  rival:    {price: 3, unit_cost: 1, appeal: 0}
  vending:  {price: 3, unit_cost: 1, appeal: 0, level: substitute}
  chain:    {price: 3, unit_cost: 1, appeal: 0, enters: never}
)";

double share(const Lived& lived, int brand, int from, int until, int scenario = 0) {
  double its = 0, all = 0;
  for (int period = from; period <= until; ++period) {
    its += lived.of(brand, period, scenario).purchases;
    all += lived.of(brand, period, scenario).market_purchases;
  }
  return its / all;
}

constexpr int us = 0, rival = 1, vending = 2, chain = 3;
const std::string chain_enters = "  - {change: brands.chain.enters, to: month 7}\n";

}  // namespace

TEST_CASE("an entrant among near substitutes takes from them and not from another level") {
  // By hand, λ = .4: S = 2 before and 3 after; the nest has S^.4 = 1.319508 and 1.551846 to vending's 1.
  const Lived lived = lived_through(std::string(coffee) + "choice: {nests: {direct: 0.4, substitute: 1}}\n",
                                    200000, chain_enters);
  // 1.2 million purchases: standard error of a share at most .00046.
  CHECK(share(lived, vending, 1, 6, 1) == Approx(1 / 2.319508).margin(0.0019));
  CHECK(share(lived, us, 1, 6, 1) == Approx(1.319508 / 2.319508 / 2).margin(0.0019));
  CHECK(share(lived, vending, 7, 12, 1) == Approx(1 / 2.551846).margin(0.0019));
  for (const int brand : {us, rival, chain})
    CHECK(share(lived, brand, 7, 12, 1) == Approx(1.551846 / 2.551846 / 3).margin(0.0019));
}

TEST_CASE("an entrant of another level leaves the shares within a nest alone") {
  const std::string apart =
      replaced(coffee, "appeal: 0, enters: never", "appeal: 0.5, level: substitute, enters: never");
  const Lived lived = lived_through(replaced(apart, "us:       {price: 3, unit_cost: 1, appeal: 0}",
                                             "us: {price: 3, unit_cost: 1, appeal: 0.6}") +
                                        "choice: {nests: {direct: 0.5, substitute: 0.8}}\n",
                                    200000, chain_enters);
  const double ratio = std::exp(0.6 / 0.5);
  CHECK(share(lived, us, 1, 6) / share(lived, rival, 1, 6) == Approx(ratio).epsilon(0.01));
  CHECK(share(lived, us, 7, 12, 1) / share(lived, rival, 7, 12, 1) == Approx(ratio).epsilon(0.012));
  CHECK(share(lived, us, 7, 12, 1) < share(lived, us, 7, 12));
}

TEST_CASE("nests whose brands are as unlike as any change no purchase") {
  const std::string habit = "choice: {inertia: 0.7, taste: {normal: {sd: 1}}";
  const Lived plain = lived_through(replaced(coffee, ", level: substitute", "") + habit + "}\n", 20000,
                                    chain_enters),
              nested = lived_through(std::string(coffee) + habit + ", nests: {direct: 1, substitute: 1}}\n",
                                     20000, chain_enters);
  for (int period = 0; period <= 12; ++period)
    for (int brand = 0; brand < 4; ++brand)
      CHECK(plain.of(brand, period, 1).customers_at_end == nested.of(brand, period, 1).customers_at_end);
}

TEST_CASE("a price cut takes more from its own level than from another") {
  const Lived lived = lived_through(
      std::string(coffee) + "choice: {price_sensitivity: 3, nests: {direct: 0.4, substitute: 1}}\n", 200000,
      "  - {change: brands.us.price, by: -10%}\n");
  const double from_rival = share(lived, rival, 1, 12) - share(lived, rival, 1, 12, 1),
               from_vending = share(lived, vending, 1, 12) - share(lived, vending, 1, 12, 1);
  CHECK(from_vending > 0);
  CHECK(from_rival / share(lived, rival, 1, 12) > 1.5 * from_vending / share(lived, vending, 1, 12));
}

TEST_CASE("at length: an unchanged market with nests keeps the shares it was given") {
  const std::string market = R"(market: Coffee and vending
period: month
horizon: 12 months
discount_rate: 10% per year
people: 20k
focal: us
brands:
  us:      {price: 3.2, unit_cost: 1, share: 24%, ratings: {quality: 4, service: 4}}
  rival:   {price: 2.9, unit_cost: 1, share: 46%, ratings: {quality: 3.5, service: 3.5}}
  vending: {price: 1.2, unit_cost: 1, share: 30%, level: substitute, ratings: {quality: 2, service: 2.5}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 3 per month, shape: 1.4}}}
)";
  const std::string choice =
      "choice: {price_sensitivity: {lognormal: {median: 2, sigma: 0.4}}, "
      "taste: {normal: {sd: 1}}, nests: {direct: 0.3, substitute: 1}, "
      "drivers: {quality: {weight: 0.3}, service: {weight: 0.2}}, inertia: ";
  for (const std::string& rest :
       {choice + "{normal: {mean: 1, sd: 0.3}}}\n",
        choice + "1.5, habit_half_life: 2 months, habit_growth: 50%}\n", choice + "1}\nexperience: {}\n"}) {
    INFO(rest);
    const Lived lived = lived_through(market + rest, 30000);
    CHECK(share(lived, us, 1, 12) == Approx(0.24).margin(0.0085));
    CHECK(share(lived, vending, 1, 12) == Approx(0.30).margin(0.0085));
  }
}

TEST_CASE("a retention is reached among nests") {
  const std::string market =
      replaced(replaced(replaced(coffee, "appeal: 0}", "share: 30%}"), "appeal: 0}", "share: 50%}"),
               "appeal: 0, level", "share: 20%, level") +
      "choice: {retention: 70%, nests: {direct: 0.3, substitute: 1}}\n";
  Study study = study_of_text(market, "scenario: None\nworld: market.yaml\n");
  study.baseline.world = with_habits(study.baseline.world, 1, {});
  RunOptions options;
  options.customers = 100000;
  options.replications = 1;
  Lived lived{set_stage({&study.baseline}, appeals_of(study.baseline.world, 1, {}), options), {}};
  lived.scenarios = simulate(lived.stage.plan, {}, {})[0];
  const Totals ours = lived.of(us, 6);
  CHECK(ours.retained / ours.customers_at_start == Approx(0.70).margin(0.011));  // four errors of 30,000
  CHECK(share(lived, us, 1, 12) == Approx(0.30).margin(0.0085));
}

TEST_CASE("a segment may see the levels in its own way") {
  const Lived lived =
      lived_through(std::string(coffee) +
                        "choice: {nests: {direct: 0.4, substitute: 1}}\nsegments:\n"
                        "  near: {share: 50%}\n  far: {share: 50%, choice: {nests: {direct: 1}}}\n",
                    200000);
  const auto vending_of = [&](int segment) {
    double its = 0, all = 0;
    const auto totals = totals_by_period(lived.books(), 0, lived.scenarios[0], segment, vending);
    for (int period = 1; period <= 12; ++period)
      its += totals[period].purchases, all += totals[period].market_purchases;
    return its / all;
  };
  CHECK(vending_of(0) == Approx(1 / 2.319508).margin(0.002));
  CHECK(vending_of(1) == Approx(1.0 / 3).margin(0.002));
}

}  // namespace clientele
