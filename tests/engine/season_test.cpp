// SPDX-License-Identifier: MIT
// More and less is bought by the part of the year.
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

const double factors[] = {0.5, 0.5, 0.8, 1, 1, 1.2, 1.4, 1.4, 1.2, 1, 1, 1};

/// One brand of ice cream.
std::string ice_cream(const std::string& need, const std::string& frame = "") {
  return "market: Ice cream\nperiod: month\nhorizon: 18 months\ndiscount_rate: 10% per year\npeople: 10k\n"
         "focal: us\nbrands: {us: {price: 3, unit_cost: 1}}\n" +
         frame + "need: {" + need + "}\n";
}
constexpr char seasonal[] = ", season: [0.5, 0.5, 0.8, 1, 1, 1.2, 1.4, 1.4, 1.2, 1, 1, 1]";
constexpr char often[] = "model: poisson_gamma, purchases: 2 per month";

}  // namespace

TEST_CASE("purchases and revenue follow the season") {
  // By hand: 2 purchases a month by factor, of 3 each. 50,000 people for 10,000: √(2 f 50,000) / 5.
  const Lived lived = lived_through(ice_cream(std::string(often) + seasonal), 50000);
  for (int period = 1; period <= 18; ++period) {
    const double f = factors[(period - 1) % 12], margin = 4 * std::sqrt(2 * f * 50000) / 5;
    CHECK(lived.of(0, period).purchases == Approx(20000 * f).margin(margin));
    CHECK(lived.of(0, period).revenue == Approx(60000 * f).margin(3 * margin));
  }
}

TEST_CASE("the first period may be any of the year") {
  const Lived lived = lived_through(ice_cream(std::string(often) + seasonal, "starts_in: month 6\n"), 50000);
  for (int period = 1; period <= 18; ++period) {
    const double f = factors[(period + 4) % 12];
    CHECK(lived.of(0, period).purchases == Approx(20000 * f).margin(4 * std::sqrt(2 * f * 50000) / 5));
  }
}

TEST_CASE("a chance to buy follows the season, with a need that comes sometimes or by recency") {
  for (const std::string need :
       {"probability: 40%", "model: recency, chances: [40%, 40%, 40%, 40%, 40%, 40%]"}) {
    const Lived lived = lived_through(ice_cream(need + seasonal), 50000);
    const auto expected = [&](int period) { return 0.4 * factors[period - 1]; };
    for (const int period : {1, 2, 3}) {  // before anybody has gone
      const double q = expected(period);
      CHECK(lived.of(0, period).purchases / lived.of(0, period).customers_at_start ==
            Approx(q).margin(4 * std::sqrt(q * (1 - q) / 50000)));
    }
  }
}

TEST_CASE("quarters of the year may stand for their months") {
  const Lived lived = lived_through(ice_cream(std::string(often) + ", season: [0.4, 1.2, 1.4, 1]"), 50000);
  for (const auto& [period, f] : {std::pair(1, 0.4), {3, 0.4}, {4, 1.2}, {9, 1.4}, {12, 1.0}, {13, 0.4}})
    CHECK(lived.of(0, period).purchases == Approx(20000 * f).margin(4 * std::sqrt(2 * f * 50000) / 5));
}

TEST_CASE("a season of ones is none, to the last byte") {
  for (const std::string& need : {std::string(often), std::string("probability: 100%"),
                                  std::string("model: recency, chances: [40%, 20%]")})
    CHECK(tables_of_run(ice_cream(need + ", season: [1, 1, 1, 1]")) == tables_of_run(ice_cream(need)));
}

TEST_CASE("a higher factor brings more purchases in its own periods and leaves the others as they were") {
  const Lived lived =
      lived_through(ice_cream(std::string(often) + seasonal), 5000, "  - {change: need.season.7, by: 0.3}\n");
  for (int period = 1; period <= 18; ++period) {
    const double before = lived.of(0, period, 0).purchases, after = lived.of(0, period, 1).purchases;
    if (period == 7)
      CHECK(after > before);
    else
      CHECK(after == before);
  }
}

TEST_CASE("the shares that are given are those of a year, whoever buys when") {
  // Two segments of different liking with opposite seasons, and memories that feed back.
  const std::string market = R"(market: Two seasons
period: month
horizon: 24 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 3, unit_cost: 1, share: 40%, ratings: {quality: 4, service: 4}}
  rival: {price: 3, share: 60%, ratings: {quality: 3, service: 3}}
segments:
  summer: {share: 50%, need: {season: [0.4, 1.6]}, choice: {inertia: 2}}
  winter: {share: 50%, need: {season: [1.6, 0.4]}}
need: {model: poisson_gamma, purchases: 2 per month, season: [1, 1]}
choice: {inertia: 0.5, drivers: {quality: {weight: 0.5}}}
experience: {}
)";
  const Totals t = [&] {
    const Lived lived = lived_through(market, 50000);
    return over_horizon(totals_by_period(lived.books(), 0, lived.scenarios[0], -1, 0));
  }();
  CHECK(t.purchases / t.market_purchases == Approx(0.40).margin(0.006));
}

}  // namespace clientele
