// SPDX-License-Identifier: MIT
// People who come into the category by a list.
#include <algorithm>

#include "models/value/repeat_purchases.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char contracts[] = R"(market: Newcomers
period: month
horizon: 6 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 10, unit_cost: 4, share: 40%}
  rival: {price: 9, unit_cost: 4, share: 60%}
choice: {inertia: 0.8}
arrivals: [1000, 0, 2000]
)";

/// A cohort that all come in week 1, and buy and leave as the BG/NBD has it.
constexpr char cohort[] = R"(market: Cohort
period: week
horizon: 40 weeks
discount_rate: 15% per year
people: 1k
focal: us
brands: {us: {price: 1, unit_cost: 0}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 0.0550521069 per week, shape: 0.243}}}
departure: {model: beta_geometric, per: purchase, chance: {beta: {alpha: 0.793, beta: 2.426}}}
arrivals: [1000]
)";

}  // namespace

TEST_CASE("as many people come as the list says, and each buys as he comes") {
  const Lived lived = lived_through(contracts, 10000);
  CHECK(lived.of(0, 0).active == 7000);
  CHECK(lived.of(0, 0).people == 10000);
  const std::vector<double> arrived = {0, 1000, 0, 2000, 0, 0, 0}, active = {7000, 8000, 8000, 10000, 10000};
  for (int period = 1; period <= 4; ++period) {
    INFO("period " << period);
    CHECK(lived.of(0, period).arrived == arrived[period]);
    CHECK(lived.of(0, period).active == active[period]);
    CHECK(lived.of(0, period).purchases + lived.of(1, period).purchases == active[period]);
    CHECK(lived.of(0, period).customers_at_end + lived.of(1, period).customers_at_end == active[period]);
  }
}

TEST_CASE("newcomers have no habit yet: the shares of their first purchases are those of the utilities") {
  // Without habit the shares of the first purchases are e_j / sum e; with it those of today are further
  // apart.
  const Lived lived = lived_through(replaced(contracts, "[1000, 0, 2000]", "[10000]"), 400000);
  const double ours = lived.of(0, 1).purchases / 10000;
  const auto& appeal = lived.stage.appeal;
  const double expected = 1 / (1 + std::exp(appeal[1] - appeal[0]));
  CHECK(ours == Approx(expected).margin(4 * std::sqrt(.24 / 400000)));
  CHECK(ours > 0.4);
}

TEST_CASE("what is new to all spreads as Bass has it") {
  const std::string market = replaced(
      replaced(contracts, "arrivals: [1000, 0, 2000]",
               "prospects: 100%\ndiffusion: {innovation: 0.03 per month, imitation: 0.38 per month}"),
      "horizon: 6 months", "horizon: 10 months");
  const Lived lived = lived_through(market, 20000);
  const double published[] = {0, .0358, .0851, .1505, .2332, .3312, .4392, .5490, .6517, .7407, .8128};
  for (int period = 0; period <= 10; ++period)
    CHECK(lived.of(0, period).active / 10000 == Approx(published[period]).margin(1e-4));
}

TEST_CASE(
    "more imitation from some month on brings more from then on, and whoever came before comes as before") {
  const std::string market =
      replaced(contracts, "arrivals: [1000, 0, 2000]",
               "prospects: 60%\ndiffusion: {innovation: 0.03 per month, imitation: 0.10 per month}");
  const Lived lived =
      lived_through(market, 10000, "  - {change: diffusion.imitation, to: 0.40 per month, from: month 3}\n");
  for (const int period : {1, 2}) CHECK(lived.of(0, period, 0).arrived == lived.of(0, period, 1).arrived);
  for (const int period : {3, 4}) CHECK(lived.of(0, period, 0).arrived < lived.of(0, period, 1).arrived);
}

TEST_CASE("a newcomer has no past: his first purchase repeats none and switches from none") {
  const Lived lived = lived_through(replaced(contracts, "[1000, 0, 2000]", "[10000]"), 1000);
  CHECK(lived.of(0, 1).repeats == 0);
  std::int64_t switches = 0;
  for (int from = 0; from < 2; ++from)
    for (int to = 0; to < 2; ++to) switches += lived.scenarios[0][0].tally.switches(from, to);
  CHECK(switches == 5 * 1000);
}

TEST_CASE("a cohort buys again as often as the BG/NBD says, after the purchase with which it came") {
  const Lived lived = lived_through(cohort, 400000);
  double repeats = 0;
  for (int week = 1; week <= 39; ++week) repeats += lived.of(0, week).purchases;
  repeats = repeats / 1000 - 1;
  // The variance of the repeat purchases of a customer is about 6; 4 standard errors.
  CHECK(repeats ==
        Approx(bg_nbd_purchases({0.243, 4.414}, 0.793, 2.426, 39)).margin(4 * std::sqrt(6.0 / 400000)));
  CHECK(lived.of(0, 1).buyers == 1000);
}

TEST_CASE("who comes later is worth nothing before, and counts among those who buy nothing today") {
  const Lived lived = lived_through(contracts, 10000);
  const auto& lives = lived.scenarios[0][0].lives;
  const auto today =
      std::count_if(lives.begin(), lives.end(), [](const Life& life) { return life.first == 0; });
  CHECK(static_cast<double>(today) == lived.of(0, 0).customers_at_end);
  const StartWorth nobody = worth_by_start(lived.books(), lived.scenarios[0], -1, 2);
  CHECK(nobody.people == 3000);
  double value = nobody.value, total = 0;
  for (const int brand : {0, 1}) value += worth_by_start(lived.books(), lived.scenarios[0], -1, brand).value;
  for (int period = 0; period <= 6; ++period) total += lived.of(0, period).value;
  CHECK(value == Approx(total));
}

TEST_CASE("a scenario in which more come leaves those who came anyway as they were") {
  const std::string roomy = replaced(contracts, "arrivals:", "prospects: 50%\narrivals:");
  const Lived lived = lived_through(roomy, 10000, "  - {change: arrivals.3, by: 500}\n");
  CHECK(lived.of(0, 3, 0).arrived == 2000);
  CHECK(lived.of(0, 3, 1).arrived == 2500);
  for (int period = 1; period <= 2; ++period)
    CHECK(lived.of(0, period, 0).value == lived.of(0, period, 1).value);
}

TEST_CASE("newcomers who sign contracts are bound from their first period on") {
  const std::string market =
      replaced(contracts, "choice:", "need: {model: contract, term: 3 months}\nchoice:");
  const Lived lived = lived_through(replaced(market, "[1000, 0, 2000]", "[10000]"), 2000);
  for (const int brand : {0, 1}) {
    CHECK(lived.of(brand, 2).customers_at_end == lived.of(brand, 1).customers_at_end);
    CHECK(lived.of(brand, 3).ended == 0);
    CHECK(lived.of(brand, 4).ended == lived.of(brand, 1).customers_at_end);
  }
}

}  // namespace clientele
