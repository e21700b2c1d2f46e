// SPDX-License-Identifier: MIT
// Discounts: by date, by segment, by the size of a purchase; what they cost and what they change.
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

/// Two brands, one purchase of one unit a month.
std::string shops(const std::string& promotion, const std::string& rest = "") {
  return "market: Shops\nperiod: month\nhorizon: 12 months\ndiscount_rate: 10% per year\npeople: 10k\n"
         "focal: us\nbrands:\n"
         "  us:    {price: 20, unit_cost: 5, appeal: 0}\n"
         "  rival: {price: 20, unit_cost: 5, appeal: 0}\n" +
         (promotion.empty() ? "" : "promotions:\n" + promotion) +
         "choice: {price_sensitivity: 2, inertia: 0.5}\n" + rest;
}
constexpr char plain[] = "  sale: {brand: us}\n";
constexpr char quiet[] = "  sale: {brand: us, seen: at_purchase}\n";

std::string sale(const std::string& discount, const std::string& when = "from: month 3, until: month 5") {
  return "  - {change: promotions.sale.discount, to: " + discount + ", " + when + "}\n";
}

}  // namespace

TEST_CASE("a discount is taken off revenue and contribution while it lasts") {
  // By hand: a tenth of 20 is 2.
  const Lived lived = lived_through(shops(quiet), 5000, sale("10%"));
  for (int period = 1; period <= 12; ++period) {
    const Totals t = lived.of(0, period, 1);
    const double off = period >= 3 && period <= 5 ? 2 : 0;
    CHECK(t.discounts == Approx(off * t.purchases));
    CHECK(t.revenue == Approx((20 - off) * t.purchases));
    CHECK(t.contribution == Approx((15 - off) * t.purchases));
  }
}

TEST_CASE("a discount that is seen beforehand is a price cut of that size") {
  const Lived promoted = lived_through(shops(plain), 5000, sale("15%"));
  const Lived cut = lived_through(shops(plain), 5000,
                                  "  - {change: brands.us.price, by: -15%, from: month 3, until: month 5}\n");
  for (int period = 1; period <= 12; ++period)
    for (int brand = 0; brand < 2; ++brand) {
      const Totals one = promoted.of(brand, period, 1), other = cut.of(brand, period, 1);
      CHECK(one.purchases == other.purchases);
      CHECK(one.retained == other.retained);
      CHECK(one.revenue == Approx(other.revenue));
      CHECK(one.contribution == Approx(other.contribution).epsilon(1e-5));
    }
}

TEST_CASE("a discount that is seen at the purchase alone changes nobody's choice") {
  const Lived lived = lived_through(shops(quiet), 5000, sale("30%"));
  for (int period = 1; period <= 12; ++period)
    CHECK(lived.of(0, period, 1).purchases == lived.of(0, period, 0).purchases);
}

TEST_CASE("a promotion of nought is none, to the last byte") {
  CHECK(tables_of_run(shops(plain)) == tables_of_run(shops("")));
  CHECK(tables_of_run(shops("  sale: {brand: us, basket: 30, discount: 0%}\n")) == tables_of_run(shops("")));
  CHECK(tables_of_run(shops("  sale: {brand: us, discount: 5%}\n")) != tables_of_run(shops("")));
}

TEST_CASE("what discounts cost is in the value of each customer") {
  const Lived lived = lived_through(shops(plain, "window: 12 months\n"), 5000, sale("25%"));
  std::int64_t by_person = 0, by_period = 0;
  const SegmentOutcome& outcome = lived.scenarios[1][0];
  for (const Life& life : outcome.lives) by_person += life.value;
  for (int period = 0; period <= 12; ++period) by_period += outcome.tally.of(Tally::value, period, 0);
  CHECK(by_person == by_period);
}

TEST_CASE("a discount for large purchases is of those alone") {
  // Units uniform from .5 to 1.5 at 20 come to 10 to 30; from 20 on there are half of them, 25 in the mean.
  // 10 % of 25 · ½ is 1.25 a purchase; its standard deviation 1.27.
  const std::string units = "purchase: {units: {uniform: {low: 0.5, high: 1.5}}}\n";
  const Lived lived = lived_through(shops("  sale: {brand: us, basket: 20}\n", units), 100000, sale("10%"));
  const Totals t = lived.of(0, 4, 1);
  CHECK(t.discounts / t.purchases == Approx(1.25).margin(4 * 1.27 / std::sqrt(50000)));
  CHECK(t.revenue == Approx(20 * t.units - t.discounts));
  CHECK(t.purchases == lived.of(0, 4, 0).purchases);
}

TEST_CASE("the larger the basket, the fewer get the discount; at the least it is one of all") {
  const std::string units = "purchase: {model: lognormal, units: 1.2, variation: 0.5}\n";
  const auto cost = [&](const std::string& promotion) {
    return lived_through(shops(promotion, units), 5000, sale("10%")).of(0, 4, 1).discounts;
  };
  CHECK(cost("  sale: {brand: us, basket: 0.001}\n") == Approx(cost(quiet)).epsilon(1e-5));
  CHECK(cost("  sale: {brand: us, basket: 0}\n") == cost(plain));
  double before = cost(quiet);
  for (const std::string basket : {"15", "30", "60"}) {
    const double after = cost("  sale: {brand: us, basket: " + basket + "}\n");
    CHECK(after < before);
    CHECK(after > 0);
    before = after;
  }
  CHECK(cost("  sale: {brand: us, basket: 10k}\n") == 0);
}

TEST_CASE("with one choice a period a basket is that of each of its purchases") {
  const std::string often = "need: {model: poisson_gamma, purchases: 4 per month, per: period}\n";
  const auto cost = [&](const std::string& basket) {
    return lived_through(shops("  sale: {brand: us, basket: " + basket + "}\n", often), 2000, sale("10%"))
        .of(0, 4, 1);
  };
  CHECK(cost("21").discounts == 0);
  CHECK(cost("19").discounts == Approx(2 * cost("19").purchases).epsilon(1e-5));
}

TEST_CASE("a discount for a segment reaches nobody else") {
  const std::string segments = "segments: {students: {share: 30%}, others: {share: 70%}}\n";
  const Lived lived =
      lived_through(shops("  sale: {brand: us, to: {segment: students}}\n", segments), 10000, sale("20%"));
  const auto of = [&](int segment, int period, int scenario) {
    return totals_by_period(lived.books(), scenario, lived.scenarios[scenario], segment, 0)[period];
  };
  CHECK(of(0, 4, 1).discounts == Approx(4 * of(0, 4, 1).purchases));
  CHECK(of(0, 4, 1).purchases > of(0, 4, 0).purchases);
  CHECK(of(1, 4, 1).discounts == 0);
  CHECK(of(1, 4, 1).purchases == of(1, 4, 0).purchases);
}

TEST_CASE("discounts of one brand follow each other") {
  const Lived lived = lived_through(
      shops("  sale: {brand: us, seen: at_purchase}\n  card: {brand: us, seen: at_purchase, discount: 10%}\n"
            "  large: {brand: us, basket: 14, discount: 50%}\n"),
      1000, sale("20%"));
  // 20 · .9 · .8 is 14.40, which reaches the basket of 14: half of it is taken off, too. Without the sale it
  // is 18.
  CHECK(lived.of(0, 4, 1).revenue == Approx(7.2 * lived.of(0, 4, 1).purchases));
  CHECK(lived.of(0, 7, 1).revenue == Approx(9 * lived.of(0, 7, 1).purchases));
}

TEST_CASE("who signs a contract while there is a discount keeps it to the end of the term") {
  const std::string contract = "need: {model: contract, term: 12 months}\nstart: {purchase: just_made}\n";
  const std::string market =
      replaced(replaced(shops(plain, contract), "horizon: 12 months", "horizon: 36 months"), "inertia: 0.5",
               "inertia: 40");
  const Lived lived = lived_through(market, 1000, sale("25%", "from: month 12, until: month 12"));
  for (const int period : {11, 12, 13, 23, 24, 25}) {
    const Totals t = lived.of(0, period, 1);
    const double off = period >= 12 && period < 24 ? 5 : 0;
    CHECK(t.discounts == Approx(off * t.purchases));
    CHECK(t.revenue == Approx((20 - off) * t.purchases).epsilon(1e-5));
    CHECK(t.contribution == Approx((15 - off) * t.purchases).epsilon(1e-5));
  }
}

TEST_CASE("shares that are given are those with today's discounts") {
  const std::string market =
      replaced(replaced(shops("  card: {brand: us, discount: 30%, to: {segment: members}}\n",
                              "segments: {members: {share: 40%}, others: {share: 60%}}\n"),
                        "appeal: 0", "share: 35%"),
               "appeal: 0", "share: 65%");
  const Lived lived = lived_through(market, 200000);
  const Totals t = over_horizon(totals_by_period(lived.books(), 0, lived.scenarios[0], -1, 0));
  CHECK(t.purchases / t.market_purchases == Approx(0.35).margin(0.003));
}

TEST_CASE("units follow the price that is seen") {
  const std::string elastic = "purchase: {price_elasticity: -2}\n";
  const Lived seen = lived_through(shops(plain, elastic), 2000, sale("20%"));
  const Lived unseen = lived_through(shops(quiet, elastic), 2000, sale("20%"));
  CHECK(seen.of(0, 4, 1).units / seen.of(0, 4, 1).purchases == Approx(1 / 0.64).epsilon(1e-4));
  CHECK(unseen.of(0, 4, 1).units / unseen.of(0, 4, 1).purchases == Approx(1));
}

}  // namespace clientele
