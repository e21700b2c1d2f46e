// SPDX-License-Identifier: MIT
// Habits that fade between rare purchases and grow with purchases in a row.
#include "sim/engine/customer_sample.hpp"
#include "sim/engine/stationary_shares.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

std::string halves(const std::string& rest) {
  return R"(market: Halves
period: month
horizon: 12 months
discount_rate: 10% per year
people: 20k
focal: us
brands:
  us:    {price: 3, unit_cost: 1, appeal: 0}
  rival: {price: 3, unit_cost: 1, appeal: 0}
)" + rest;
}

double kept(const Lived& lived, int period) {
  const Totals t = lived.of(0, period);
  return t.retained / t.customers_at_start;
}

double share(const Lived& lived, int periods) {
  double ours = 0, all = 0;
  for (int period = 1; period <= periods; ++period) {
    ours += lived.of(0, period).purchases;
    all += lived.of(0, period).market_purchases;
  }
  return ours / all;
}

}  // namespace

TEST_CASE("a habit of 2 with a half-life of a month stands at 1 a month later") {
  // By hand: e / (e + 1) = .731059. Of some 100,000 customers: standard error .0014.
  const Lived lived = lived_through(halves("choice: {inertia: 2, habit_half_life: 1 month}\n"), 200000);
  for (const int period : {1, 2, 12}) CHECK(kept(lived, period) == Approx(0.731059).margin(0.0056));
}

TEST_CASE("whoever buys every third month has lost half of a habit with that half-life") {
  const std::string market = halves(
      "need: {model: recency, chances: [0%, 0%, 100%]}\nchoice: {inertia: 2, habit_half_life: 3 months}\n");
  const Lived lived = lived_through(market, 200000);
  for (const int period : {3, 6, 12}) CHECK(kept(lived, period) == Approx(0.731059).margin(0.0056));
  for (const int period : {1, 2, 4}) CHECK(kept(lived, period) == 1);
}

TEST_CASE("a habit hardly fades over a very long half-life") {
  const std::string rest =
      "need: {model: poisson_gamma, purchases: {gamma: {mean: 1 per month, shape: 2}}}\n";
  const Lived lasting = lived_through(halves(rest + "choice: {inertia: 1.5}\n"), 20000),
              long_lived = lived_through(
                  halves(rest + "choice: {inertia: 1.5, habit_half_life: 5000 years}\n"), 20000);
  for (int period = 1; period <= 12; ++period)
    CHECK(long_lived.of(0, period).retained == Approx(lasting.of(0, period).retained).epsilon(0.003));
}

TEST_CASE("a habit that grows with purchases in a row is at rest from the first month") {
  // Two brands alike, b = ln 2: after n purchases in a row B_n = 2^(2 − 2^−(n − 1)), B_n / (B_n + 1) stay. A
  // stay of L = Σ_n Π_{m<n} B_m / (B_m + 1) purchases in the mean keeps 1 − 1 / L of its customers a month.
  double stay = 0, reach = 1;
  for (int n = 1; n < 2000; ++n) {
    stay += reach;
    const double bonus = std::exp2(2 - std::exp2(1 - n));
    reach *= bonus / (bonus + 1);
  }
  const Lived lived = lived_through(
      halves("choice: {inertia: 0.69314718, habit_growth: 100%, habit_growth_over: 1}\n"), 200000);
  for (const int period : {1, 2, 6, 12}) CHECK(kept(lived, period) == Approx(1 - 1 / stay).margin(0.0056));
}

TEST_CASE("the more a habit grows and the less it fades, the more customers stay") {
  const auto stays = [](const std::string& habit) {
    return kept(lived_through(halves("choice: {inertia: 1" + habit + "}\n"), 20000), 12);
  };
  const double plain = stays("");
  CHECK(stays(", habit_half_life: 1 month") < stays(", habit_half_life: 3 months"));
  CHECK(stays(", habit_half_life: 3 months") < plain);
  CHECK(plain < stays(", habit_growth: 50%"));
  CHECK(stays(", habit_growth: 50%") < stays(", habit_growth: 200%"));
}

TEST_CASE("an unchanged market whose habits fade and grow keeps the shares it was given") {
  const std::string brands =
      "  us:    {price: 3, unit_cost: 1, share: 20%}\n  rival: {price: 3, share: 80%}\n";
  const std::string alike =
      "  us:    {price: 3, unit_cost: 1, appeal: 0}\n  rival: {price: 3, unit_cost: 1, appeal: 0}\n";
  const std::string habit = "choice: {inertia: {normal: {mean: 2, sd: 0.5}}, taste: {normal: {sd: 1}}, ";
  for (const std::string& rest :
       {"need: {model: poisson_gamma, purchases: {gamma: {mean: 1.5 per month, shape: 1}}}\n" + habit +
            "habit_half_life: 2 months, habit_growth: 50%}\n",
        "need: {probability: {beta: {alpha: 1, beta: 9}}}\n" + habit + "habit_half_life: 6 months}\n",
        "need: {model: poisson_gamma, purchases: 1 per month}\n" + habit +
            "habit_half_life: 1 month, switching_cost: 0.3}\n"}) {
    INFO(rest);
    CHECK(share(lived_through(replaced(halves(rest), alike, brands), 100000), 12) ==
          Approx(0.20).margin(0.006));
  }
}

TEST_CASE("a durable that is bought every eighth year keeps its shares for ten years") {
  const std::string market = replaced(
      replaced(replaced(halves("need: {probability: 1%}\nchoice: {inertia: 3, habit_half_life: 4 years, "
                               "habit_growth: 50%, taste: {normal: {sd: 1}}}\n"),
                        "horizon: 12 months", "horizon: 120 months"),
               "appeal: 0}", "share: 30%}"),
      "appeal: 0}", "share: 70%}");
  const Lived lived = lived_through(market, 200000);
  CHECK(share(lived, 24) == Approx(0.30).margin(0.01));
  CHECK(share(lived, 120) == Approx(0.30).margin(0.006));
}

TEST_CASE("the share of customers who come back is what check says") {
  const std::string market = halves(
      "need: {model: poisson_gamma, purchases: 1 per month}\nchoice: {inertia: 2, habit_half_life: 2 months, "
      "habit_growth: 50%, taste: {normal: {sd: 1}}}\n");
  const Lived lived = lived_through(market, 100000);
  double repeats = 0, purchases = 0;
  for (int period = 1; period <= 12; ++period) {
    repeats += lived.of(0, period).repeats;
    purchases += lived.of(0, period).purchases;
  }
  const World world = study_of_text(market, "scenario: None\nworld: market.yaml\n").baseline.world;
  CHECK(repeats / purchases ==
        Approx(stationary_retention(customer_sample(world, sample_points), {0, 0}, 0)).margin(0.006));
}

}  // namespace clientele
