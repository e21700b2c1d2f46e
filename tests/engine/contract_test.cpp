// SPDX-License-Identifier: MIT
// Customers under contract: bills, terms, the price of the signing, early exit, and leaving at renewals.
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// A contract of a year, billed monthly; a third of our contracts would be renewed (e^0 of three alike).
constexpr char yearly[] = R"(market: Yearly
period: month
horizon: 36 months
discount_rate: 10% per year
people: 12k
focal: us
brands:
  us:    {price: 20, unit_cost: 5, appeal: 0}
  rival: {price: 20, unit_cost: 5, appeal: 0}
need: {model: contract, term: 12 months}
choice: {price_sensitivity: 3, inertia: 1}
)";

std::int64_t switched(const Lived& lived, int period, int scenario = 0) {
  return std::llround(lived.of(0, period, scenario).customer_periods -
                      lived.of(0, period, scenario).retained);
}

}  // namespace

TEST_CASE("every customer under contract is billed every month, whatever the brand") {
  const Lived lived = lived_through(yearly, 12000);
  for (const int period : {1, 5, 36})
    CHECK(lived.of(0, period).purchases + lived.of(1, period).purchases == Approx(12000));
}

TEST_CASE("a twelfth of yearly contracts comes up for renewal each month and is renewed as the logit says") {
  const Lived lived = lived_through(yearly, 120000);
  const double stays = std::exp(1) / (std::exp(1) + 1);
  for (const int period : {1, 12, 13, 30}) {
    const Totals ours = lived.of(0, period), theirs = lived.of(1, period);
    const double ended = (ours.ended + theirs.ended) / 12000;
    CHECK(ended == Approx(1.0 / 12).margin(4 * std::sqrt(1.0 / 12 / 120000)));
    CHECK(ours.renewed / ours.ended == Approx(stays).margin(4 * std::sqrt(stays * (1 - stays) / 5000)));
    CHECK(ours.customer_periods - ours.retained == Approx(ours.ended - ours.renewed));
  }
}

TEST_CASE("nobody's contract ends twice within a term") {
  const Lived lived =
      lived_through(replaced(yearly, "focal: us\n", "focal: us\nstart: {purchase: just_made}\n"), 3000);
  for (int period = 0; period <= 36; ++period) {
    const double ended = lived.of(0, period).ended + lived.of(1, period).ended;
    CHECK(ended == Approx(period > 0 && period % 12 == 0 ? 12000 : 0));
  }
}

TEST_CASE("a yearly bill comes once a year") {
  const Lived lived =
      lived_through(replaced(replaced(yearly, "term: 12 months", "term: 24 months, billing: 12 months"),
                             "people: 12k", "people: 24k"),
                    48000);
  double bills = 0;
  for (int period = 1; period <= 12; ++period)
    bills += lived.of(0, period).purchases + lived.of(1, period).purchases;
  // Once for each, and once more for those who sign anew in a month that is not that of their bill: none,
  // since a term is whole bills.
  CHECK(bills == Approx(24000));
}

TEST_CASE("a change of price reaches customers at their renewal, or at once") {
  const std::string dearer = "  - {change: brands.us.price, to: 26, from: month 3}\n";
  const std::string loyal = replaced(yearly, "inertia: 1", "inertia: 40");
  const Lived kept = lived_through(loyal, 120000, dearer);
  const Lived at_once = lived_through(
      replaced(loyal, "term: 12 months", "term: 12 months, price_change: at_once"), 120000, dearer);
  for (const int period : {2, 3, 8, 14, 20}) {
    const double reached = period < 3 ? 0 : std::min(1.0, (period - 2) / 12.0);
    const Totals t = kept.of(0, period, 1);
    CHECK(t.revenue / t.units == Approx(20 + 6 * reached).margin(0.05));
    const Totals o = at_once.of(0, period, 1);
    CHECK(o.revenue / o.units == Approx(period < 3 ? 20 : 26).epsilon(1e-4));
  }
}

TEST_CASE("nobody leaves a contract before its end unless he may think of it") {
  const std::string cheap_rival = "  - {change: brands.rival.price, to: 10, from: month 1}\n";
  const std::string start = "focal: us\nstart: {purchase: just_made}\n";
  const Lived bound = lived_through(replaced(yearly, "focal: us\n", start), 12000, cheap_rival);
  const Lived free = lived_through(replaced(replaced(yearly, "focal: us\n", start), "term: 12 months",
                                            "term: 12 months, reconsider: 10% per month"),
                                   12000, cheap_rival);
  for (int period = 1; period < 12; ++period) {
    CHECK(switched(bound, period, 1) == 0);
    CHECK(switched(free, period, 1) > 0);
  }
}

TEST_CASE("an exit fee holds customers, and those who leave pay it to the brand they leave") {
  const auto market = [](const std::string& fee) {
    return replaced(
        replaced(yearly, "unit_cost: 5, appeal: 0}", "unit_cost: 5, appeal: 0, exit_fee: " + fee + "}"),
        "term: 12 months", "term: 12 months, reconsider: 20% per month");
  };
  double before = 1e9;
  for (const std::string fee : {"0", "30", "120"}) {
    const Lived lived = lived_through(market(fee), 60000);
    double early = 0, fees = 0;
    for (int period = 1; period <= 12; ++period) {
      const Totals t = lived.of(0, period);
      early += t.customer_periods - t.retained - (t.ended - t.renewed);
      fees += t.exit_fees;
      CHECK(t.revenue == Approx(t.units * 20 + t.exit_fees).epsilon(1e-5));
    }
    CHECK(early < before);
    CHECK(early > 0);
    CHECK(fees == Approx(early * std::stod(fee)));
    before = early;
  }
}

TEST_CASE("customers leave the category at renewals alone, with a chance of their own") {
  // A yearly contract in months: survivors are those of the shifted beta-geometric model, year by year.
  const std::string market = R"(market: Regulars
period: month
horizon: 48 months
discount_rate: 10% per year
people: 1000
focal: us
brands: {us: {price: 1, unit_cost: 0}}
need: {model: contract, term: 12 months}
start: {purchase: just_made}
departure: {model: beta_geometric, per: renewal, chance: {beta: {alpha: 0.704077, beta: 1.182043}}}
)";
  const Lived lived = lived_through(market, 200000);
  const double survivors[] = {1000, 627, 474, 388, 332};
  for (int period = 0; period <= 48; ++period)
    CHECK(lived.of(0, period).customers_at_end ==
          Approx(survivors[(period + 1) / 12]).margin(0.5 + 4 * 1000 * 0.5 / std::sqrt(200000)));
}

TEST_CASE("who leaves the category before the end of a contract pays the fee, unless he must") {
  const std::string alone = R"(market: Alone
period: month
horizon: 12 months
discount_rate: 10% per year
people: 1000
focal: us
brands: {us: {price: 20, unit_cost: 5, exit_fee: 50}}
need: {model: contract, term: 12 months}
start: {purchase: just_made}
departure: )";
  const Lived willing = lived_through(alone + "{rate: 5% per month}\n", 10000);
  const Lived forced = lived_through(alone + "{involuntary: 5% per month}\n", 10000);
  for (int period = 1; period < 11; ++period) {
    CHECK(willing.of(0, period).exit_fees == Approx(50 * willing.of(0, period).departed));
    CHECK(forced.of(0, period).exit_fees == 0);
    CHECK(forced.of(0, period).departed > 0);
  }
  CHECK(willing.of(0, 11).exit_fees == 0);  // the term is over
}

TEST_CASE("customers whose brand goes are free to choose") {
  const Lived lived = lived_through(yearly, 12000, "  - {change: brands.rival.leaves, to: month 4}\n");
  CHECK(lived.of(1, 3, 1).customers_at_end > 0);
  CHECK(lived.of(1, 4, 1).customers_at_end == 0);
  CHECK(lived.of(0, 4, 1).customers_at_end == Approx(12000));
}

TEST_CASE("shares given are those of a market in which customers reconsider") {
  const Lived lived = lived_through(
      replaced(
          replaced(replaced(yearly, "appeal: 0}", "share: 30%, exit_fee: 40}"), "appeal: 0}", "share: 70%}"),
          "term: 12 months", "term: 12 months, reconsider: 15% per month"),
      100000);
  double ours = 0, all = 0;
  for (int period = 1; period <= 36; ++period) {
    ours += lived.of(0, period).purchases;
    all += lived.of(0, period).market_purchases;
  }
  CHECK(ours / all == Approx(0.30).margin(0.006));
}

}  // namespace clientele
