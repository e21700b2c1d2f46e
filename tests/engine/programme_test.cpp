// SPDX-License-Identifier: MIT
// Loyalty programmes: who enrols, what points earn and cost, and the books.
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

/// Two brands alike, one purchase of one unit at 20 a month.
std::string shops(const std::string& programme, const std::string& rest = "") {
  return "market: Shops\nperiod: month\nhorizon: 24 months\ndiscount_rate: 10% per year\npeople: 10k\n"
         "focal: us\nbrands:\n"
         "  us:    {price: 20, unit_cost: 5, appeal: 0" +
         (programme.empty() ? "" : ", programme: {" + programme + "}") +
         "}\n"
         "  rival: {price: 20, unit_cost: 5, appeal: 0}\n"
         "choice: {price_sensitivity: 2, inertia: 0.5}\n" +
         rest;
}
std::string opens(const std::string& chance = "100%") {
  return "  - {change: brands.us.programme.enrolment, to: " + chance + " per month, from: month 1}\n";
}
/// All are ours for good.
std::string faithful(const std::string& market) { return replaced(market, "inertia: 0.5", "inertia: 30"); }

std::int64_t counted(const Lived& lived, Tally::Row what, int period, int scenario = 1) {
  return lived.scenarios[scenario][0].tally.of(what, period, 0);
}

}  // namespace

TEST_CASE("points, rewards and what they cost, by hand") {
  // All enrol at the end of month 1 and then get 20 points a month: 100 are together, and spent, at the end
  // of month 6, again of month 11. A reward costs 3, a member .1 a month.
  const Lived lived = lived_through(
      faithful(shops("points: 1, threshold: 100, reward_cost: 3, cost_per_member: 0.1")), 2000, opens());
  for (int period = 1; period <= 24; ++period) {
    const Totals t = lived.of(0, period, 1);
    INFO(period);
    const double each = ((period - 1) * 20) % 100;
    CHECK(t.members == Approx(t.customers_at_end));
    CHECK(t.points_earned == Approx(period == 1 ? 0 : 20 * t.members));
    CHECK(t.points == Approx(each * t.members));
    CHECK(t.rewards == Approx(period % 5 == 1 && period > 1 ? t.members : 0));
    CHECK(t.reward_cost == Approx(3 * t.rewards).epsilon(1e-6));
    CHECK(t.programme_cost == Approx(t.reward_cost + 0.1 * t.members).epsilon(1e-4));
    CHECK(t.contribution == Approx(15 * t.purchases - t.programme_cost).epsilon(1e-6));
    CHECK(t.liability == Approx(t.points * 0.03));
    CHECK(t.points_broken == 0);
  }
}

TEST_CASE("the books of points close: what is left is what was, plus earned, less claimed and broken") {
  const std::string rest =
      "need: {model: poisson_gamma, purchases: {gamma: {mean: 3 per month, shape: 1}}}\n"
      "purchase: {units: {lognormal: {median: 1, sigma: 0.6}}}\ndeparture: {rate: 2% per month}\n";
  const Lived lived = lived_through(
      shops("points: 0.7, threshold: 75, reward_cost: 4, breakage: 20%, utility: 0.5, pressure: 0.5", rest),
      4000, opens("10%"));
  std::int64_t claimed = 0, broken = 0;
  for (int period = 1; period <= 24; ++period) {
    const auto of = [&](Tally::Row what) { return counted(lived, what, period); };
    CHECK(of(Tally::points) == counted(lived, Tally::points, period - 1) + of(Tally::points_earned) -
                                   75 * of(Tally::rewards) - of(Tally::points_broken));
    claimed += 75 * of(Tally::rewards);
    broken += of(Tally::points_broken);
  }
  CHECK(counted(lived, Tally::points, 24) > 0);
  CHECK(claimed > 0);
  CHECK(broken >
        claimed / 5);  // a fifth of rewards, a quarter of those claimed, and points of those who left
  std::int64_t by_person = 0, by_period = 0;
  const SegmentOutcome& outcome = lived.scenarios[1][0];
  for (const Life& life : outcome.lives) by_person += life.value;
  for (int start = 0; start <= 2; ++start) by_person += outcome.tally.late_value(start);
  for (int period = 0; period <= 24; ++period) by_period += outcome.tally.of(Tally::value, period, 0);
  CHECK(by_person == by_period);
}

TEST_CASE("the cards of a slice may hold more points than 32 bits, on any lanes") {
  const std::string market =
      replaced(faithful(shops("points: 17k, threshold: 8M")), "rival: {price: 20, unit_cost: 5, appeal: 0}",
               "rival: {price: 20, unit_cost: 5, appeal: -9}");
  const Lived lived = lived_through(market, 2000, opens());
  for (int period = 1; period <= 24; ++period)
    CHECK(counted(lived, Tally::points, period) ==
          (period - 1) * 340000 * counted(lived, Tally::members, period));
  CHECK(counted(lived, Tally::points, 24) > std::int64_t{1} << 33);
  const auto on_lanes = [&](int lanes) {
    return tables_of_run(market, opens(), {.customers = 2000, .replications = 1, .lanes = lanes});
  };
  CHECK(on_lanes(1) == on_lanes(0));
}

TEST_CASE("what rewards and members cost is in the value of each customer, be it little or much") {
  for (const std::string cost : {"0.5", "3M"}) {  // which no room for notes of a period can hold
    INFO(cost);
    const Lived lived = lived_through(
        shops("points: 1, threshold: 30, reward_cost: " + cost + ", breakage: 20%, cost_per_member: 0.1",
              "window: 12 months\nneed: {model: poisson_gamma, purchases: {gamma: {mean: 3 per month, shape: "
              "2}}}\n"),
        2000, opens());
    const SegmentOutcome& outcome = lived.scenarios[1][0];
    std::int64_t by_person = 0, late = 0, by_period = 0;
    for (const Life& life : outcome.lives) by_person += life.value;
    for (int brand = 0; brand < 3; ++brand) late += outcome.tally.late_value(brand);
    for (int period = 0; period <= 24; ++period) by_period += outcome.tally.of(Tally::value, period, 0);
    CHECK(by_person + late == by_period);
    CHECK(lived.of(0, 24, 1).reward_cost > 0);
  }
}

TEST_CASE("of the rewards the share that is never claimed costs nothing") {
  const auto rewards = [](const std::string& breakage) {
    return lived_through(faithful(shops("threshold: 20, reward_cost: 3, breakage: " + breakage)), 20000,
                         opens())
        .of(0, 4, 1);
  };
  const Totals all = rewards("0%"), some = rewards("30%"), none = rewards("100%");
  CHECK(all.rewards == Approx(all.members));
  CHECK(some.rewards / some.members == Approx(0.7).margin(4 * 0.46 / std::sqrt(10000)));
  CHECK(some.points_broken == Approx(20 * (some.members - some.rewards)));
  CHECK(none.rewards == 0);
  CHECK(none.programme_cost == 0);
}

TEST_CASE("heavy buyers select themselves into the programme") {
  const std::string need =
      "need: {model: poisson_gamma, purchases: {gamma: {mean: 3 per month, shape: 1}}}\n";
  const auto points_each = [&](const std::string& selection) {
    const Totals t = lived_through(shops("selection: " + selection, need), 20000, opens("5%")).of(0, 12, 1);
    return t.points_earned / t.members;
  };
  CHECK(points_each("1.5") > 1.2 * points_each("0"));
}

TEST_CASE("a programme whose members like it no better changes no purchase") {
  const Lived lived = lived_through(shops("reward_cost: 3"), 4000, opens("20%"));
  for (int period = 1; period <= 24; ++period)
    CHECK(lived.of(0, period, 1).purchases == lived.of(0, period, 0).purchases);
  CHECK(lived.of(0, 12, 1).programme_cost > 0);
  CHECK(lived.of(0, 12, 0).members == 0);
}

TEST_CASE("what enrolling adds fades with its half-life") {
  // With no habit all choose by V = U of us. Enrolled at the end of month 1 are the half who bought from us:
  // 1 / (1 + e^-1) of them buy from us in month 2; of the others one half, who then enrol, too.
  const Lived lived = lived_through(
      replaced(shops("utility: 1, half_life: 1 month"), "inertia: 0.5", "inertia: 0"), 100000,
      "  - {change: brands.us.programme.enrolment, to: 100% per month, from: month 1, until: month 1}\n");
  const auto share = [&](int period) {
    const Totals t = lived.of(0, period, 1);
    return t.purchases / t.market_purchases;
  };
  const double error = 4 * 0.5 / std::sqrt(100000);
  CHECK(share(1) == Approx(0.5).margin(error));
  CHECK(share(2) == Approx((0.7310586 + 0.5) / 2).margin(error));
  CHECK(share(3) == Approx((0.6224593 + 0.5) / 2).margin(error));
  CHECK(share(12) == Approx(0.5).margin(error));
}

TEST_CASE("members near a reward buy more") {
  // Five purchases of 20 make a reward of 100: pressure after k of them is .04 k^2 times 1.5.
  const auto purchases = [](const std::string& pressure) {
    const Lived lived = lived_through(shops("threshold: 100, pressure: " + pressure), 20000, opens());
    double sum = 0;
    for (int period = 1; period <= 24; ++period) sum += lived.of(0, period, 1).purchases;
    return sum;
  };
  CHECK(purchases("1.5") > 1.02 * purchases("0"));
}

TEST_CASE("a programme of today is part of today's shares") {
  const std::string market =
      replaced(replaced(shops("enrolment: 10% per month, utility: 0.8, reward_cost: 2, pressure: 0.4"),
                        "appeal: 0", "share: 35%"),
               "appeal: 0", "share: 65%");
  const Lived lived = lived_through(market, 200000);
  const Totals first = lived.of(0, 1), today = lived.of(0, 0);
  CHECK(first.purchases / first.market_purchases == Approx(0.35).margin(0.01));
  CHECK(today.members > 1000);
  CHECK(today.liability > 0);
  CHECK(counted(lived, Tally::points, 1, 0) ==
        counted(lived, Tally::points, 0, 0) + counted(lived, Tally::points_earned, 1, 0) -
            100 * counted(lived, Tally::rewards, 1, 0) - counted(lived, Tally::points_broken, 1, 0));
}

TEST_CASE("points are for what is paid, discounts taken off") {
  const std::string sale = "promotions: {sale: {brand: us, seen: at_purchase, discount: 50%}}\n";
  const Totals t = lived_through(faithful(shops("points: 1", sale)), 2000, opens()).of(0, 5, 1);
  CHECK(t.points_earned == Approx(10 * t.members));
}

TEST_CASE("a programme that is not open is none, to the last byte but for being told") {
  const auto without = [](const std::string& text) {
    std::string kept, line;
    for (const char c : text) {
      line += c;
      if (c != '\n') continue;
      bool of_programme = false;
      for (const char* word : {"points", "members", "liability", "reward", "programme"})
        of_programme = of_programme || line.find(word) != std::string::npos;
      if (!of_programme) kept += line;
      line.clear();
    }
    return kept;
  };
  CHECK(without(tables_of_run(shops("utility: 2, reward_cost: 5"))) == without(tables_of_run(shops(""))));
}

}  // namespace clientele
