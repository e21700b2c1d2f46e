// SPDX-License-Identifier: MIT
// Add-ons: who takes them, what they bring, whom they hold.
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

std::string shops(const std::string& add_on, const std::string& rest = "") {
  return "market: Shops\nperiod: month\nhorizon: 12 months\ndiscount_rate: 10% per year\npeople: 10k\n"
         "focal: us\nbrands:\n"
         "  us:    {price: 20, unit_cost: 5, appeal: 0}\n"
         "  rival: {price: 20, unit_cost: 5, appeal: 0}\n"
         "add_ons: {insurance: {price: 4 per month, cost: 1 per month" +
         add_on + "}}\nchoice: {price_sensitivity: 2, inertia: 0.5}\n" + rest;
}
std::string offered(const std::string& chance) {
  return "  - {change: add_ons.insurance.adoption, to: " + chance + " per month, from: month 1}\n";
}

}  // namespace

TEST_CASE("an add-on is paid from the period after it is taken, as long as one stays with the brand") {
  const Lived lived = lived_through(shops(""), 20000, offered("100%"));
  for (int period = 1; period <= 12; ++period) {
    const Totals t = lived.of(0, period, 1);
    CHECK(t.add_ons == t.customers_at_end);
    CHECK(t.add_on_revenue == Approx(period == 1 ? 0 : 4 * t.retained).epsilon(1e-6));
    CHECK(t.revenue == Approx(20 * t.purchases + t.add_on_revenue).epsilon(1e-6));
    CHECK(t.contribution == Approx(15 * t.purchases + 0.75 * t.add_on_revenue).epsilon(1e-6));
    CHECK(t.purchases == lived.of(0, period, 0).purchases);
    CHECK(lived.of(0, period, 0).add_ons == 0);
  }
}

TEST_CASE("adoption and cancellation come to rest where as many take it as give it up") {
  // With customers for good, has' = has (1 - .2) + (1 - has) .1: at rest a third; after t periods
  // (1 - .7^t) / 3.
  const Lived lived = lived_through(
      replaced(shops(", cancellation: 20% per month"), "inertia: 0.5", "inertia: 30"), 40000, offered("10%"));
  for (const int period : {1, 2, 12}) {
    const Totals t = lived.of(0, period, 1);
    const double expected = (1 - std::pow(0.7, period)) / 3;
    CHECK(t.add_ons / t.customers_at_end ==
          Approx(expected).margin(4 * std::sqrt(expected * (1 - expected) / 20000)));
  }
}

TEST_CASE("what add-ons bring is in the value of each customer") {
  const Lived lived = lived_through(
      shops(", bond: 0.4", "window: 12 months\ndeparture: {rate: 2% per month}\n"), 5000, offered("10%"));
  const SegmentOutcome& outcome = lived.scenarios[1][0];
  std::int64_t by_person = 0, by_period = 0;
  for (const Life& life : outcome.lives) by_person += life.value;
  for (int period = 0; period <= 12; ++period) by_period += outcome.tally.of(Tally::value, period, 0);
  CHECK(by_person == by_period);
}

TEST_CASE("a bond holds those who have the add-on") {
  const auto retention = [](const std::string& bond) {
    const Totals t = lived_through(shops(", bond: " + bond), 20000, offered("100%")).of(0, 6, 1);
    return t.retained / t.customers_at_start;
  };
  // V_us - V_rival = .5 for a customer: 1 / (1 + e^-.5) = .6225, with a bond of 1 .8176.
  CHECK(retention("0") == Approx(0.6225).margin(4 * 0.5 / std::sqrt(10000)));
  CHECK(retention("1") == Approx(0.8176).margin(4 * 0.4 / std::sqrt(10000)));
}

TEST_CASE("the satisfied take more add-ons") {
  const auto add_ons = [](const std::string& effect) {
    const std::string rated = "appeal: 0, ratings: {quality: 4, service: 4}}";
    const std::string market =
        shops(", satisfaction_reference: 3, satisfaction_effect: " + effect, "experience: {}\n");
    return lived_through(replaced(replaced(market, "appeal: 0}", rated), "appeal: 0}", rated), 20000,
                         offered("5%"))
        .of(0, 6, 1)
        .add_ons;
  };
  CHECK(add_ons("1") > 1.5 * add_ons("0"));  // their mean satisfaction is 4
  CHECK(add_ons("-1") < 0.6 * add_ons("0"));
}

TEST_CASE("add-ons of today are there today") {
  const std::string market =
      replaced(replaced(shops(", adoption: 5% per month, cancellation: 5% per month, bond: 0.5"), "appeal: 0",
                        "share: 35%"),
               "appeal: 0", "share: 65%");
  const Lived lived = lived_through(market, 200000);
  const Totals t = lived.of(0, 1);
  CHECK(t.purchases / t.market_purchases == Approx(0.35).margin(0.01));
  CHECK(t.add_on_revenue > 0);
}

TEST_CASE("under contract, too, revenue holds what is paid for add-ons, and unit costs what they cost") {
  const Lived lived = lived_through(
      shops("", "need: {model: contract, term: 24 months, price_change: at_once}\n"), 20000, offered("50%"));
  for (const int period : {2, 12}) {
    const Totals t = lived.of(0, period, 1);
    CHECK(t.add_on_cost == Approx(t.add_on_revenue / 4).epsilon(1e-6));
    CHECK(t.revenue == Approx(20 * t.purchases + t.add_on_revenue).epsilon(1e-6));
    CHECK(t.contribution == Approx(15 * t.purchases + 0.75 * t.add_on_revenue).epsilon(1e-6));
  }
}

}  // namespace clientele
