// SPDX-License-Identifier: MIT
// Customers who have bought nothing for a time.
#include <cmath>
#include <limits>

#include "models/need/recency.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// One brand; everybody buys with a chance of 40 % a month.
constexpr char now_and_then[] = R"(market: Now and then
period: month
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
lost_after: 3 months
brands:
  us: {price: 10, unit_cost: 4}
need: {model: regular, probability: 40%}
)";

double lapsed(const Lived& lived, int period, int scenario = 0) {
  return lived.of(0, period, scenario).lost[static_cast<int>(Reason::lapsed)];
}

}  // namespace

TEST_CASE("periods since the last purchase are geometric") {
  // c = .5: u = 1/8 is three periods without a purchase, a little more than 1/4 is one.
  CHECK(periods_since_purchase(-3.0, -1.0, 100.0) == Approx(3));
  CHECK(periods_since_purchase(-1.99, -1.0, 100.0) < 2);
  CHECK(periods_since_purchase(-30.0, -1.0, 4.0) == 4);
  CHECK(periods_since_purchase(-3.0, -std::numeric_limits<double>::infinity(), 100.0) == 0);
  CHECK(periods_since_purchase(-3.0, 0.0, 100.0) == 100);
}

TEST_CASE("customers are those who bought in the last three months, from today on") {
  // 1 − .6³ = .784 of 10,000; .6³ · .4 of them come back each month, and as many lapse.
  const Lived lived = lived_through(now_and_then, 100000);
  for (const int period : {0, 1, 2, 7, 12}) {
    INFO("period " << period);
    CHECK(lived.of(0, period).customers_at_end ==
          Approx(7840).margin(4 * 10000 * std::sqrt(0.784 * 0.216 / 100000)));
    CHECK(lived.of(0, period).active == Approx(10000));
    if (period == 0) continue;
    CHECK(lapsed(lived, period) == Approx(864).margin(4 * 10000 * std::sqrt(0.0864 * 0.9136 / 100000)));
    CHECK(lived.of(0, period).returned ==
          Approx(864).margin(4 * 10000 * std::sqrt(0.0864 * 0.9136 / 100000)));
  }
}

TEST_CASE("so they are where people buy at a pace of their own") {
  // Poisson with rate .5: 1 − e^−1.5 = .77687.
  const std::string poisson = replaced(now_and_then, "{model: regular, probability: 40%}",
                                       "{model: poisson_gamma, purchases: 0.5 per month}");
  const Lived lived = lived_through(poisson, 100000);
  for (const int period : {0, 1, 12})
    CHECK(lived.of(0, period).customers_at_end ==
          Approx(7768.7).margin(4 * 10000 * std::sqrt(0.777 * 0.223 / 100000)));
}

TEST_CASE("who comes back is acquired and returned, but no new customer") {
  const Lived lived = lived_through(now_and_then, 5000);
  for (const Life& life : lived.scenarios[0][0].lives) CHECK(life.first <= 0);
  for (int period = 1; period <= 12; ++period) {
    const Totals t = lived.of(0, period);
    CHECK(t.customers_at_end - t.retained == Approx(t.returned));
    CHECK(t.customer_periods - t.retained == Approx(lapsed(lived, period)));
  }
}

TEST_CASE("lapsing changes what is counted and nothing that people do") {
  const std::string market =
      replaced(now_and_then, "  us: {price: 10, unit_cost: 4}\n",
               "  us: {price: 10, unit_cost: 4, appeal: 0}\n  rival: {price: 9, appeal: 0}\n") +
      "choice: {inertia: 1, price_sensitivity: 2}\ndeparture: {rate: 2% per month}\n";
  const Lived with = lived_through(market, 3000),
              without = lived_through(replaced(market, "lost_after: 3 months\n", ""), 3000);
  const Tally &a = with.scenarios[0][0].tally, &b = without.scenarios[0][0].tally;
  CHECK(a.lived() == b.lived());
  for (int period = 0; period <= 12; ++period) {
    CHECK(a.active(period) == b.active(period));
    for (int brand = 0; brand < 2; ++brand) {
      CHECK(a.of(Tally::value, period, brand) == b.of(Tally::value, period, brand));
      CHECK(a.of(Tally::purchases, period, brand) == b.of(Tally::purchases, period, brand));
      CHECK(a.of(Tally::customers, period, brand) < b.of(Tally::customers, period, brand));
    }
  }
}

TEST_CASE("after as long as the horizon and its past nobody who buys every month has lapsed") {
  const Lived lived = lived_through(replaced(now_and_then, "40%", "100%"), 2000);
  for (int period = 0; period <= 12; ++period) CHECK(lived.of(0, period).customers_at_end == Approx(10000));
  CHECK(lapsed(lived, 12) == 0);
}

TEST_CASE("with lapsing, too, reasons add up to the lost and money by person to that by period") {
  const std::string market =
      replaced(
          now_and_then, "  us: {price: 10, unit_cost: 4}\n",
          "  us: {price: 10, unit_cost: 4, cost_to_keep: 1, appeal: 0}\n  rival: {price: 9, appeal: 0}\n") +
      "choice: {inertia: 1, price_sensitivity: 2}\ndeparture: {rate: 2% per month}\n";
  const Lived lived = lived_through(market, 3000);
  const Tally& tally = lived.scenarios[0][0].tally;
  std::int64_t by_person = 0, existing_by_person = 0, by_period = 0, existing_by_period = 0;
  for (const Life& life : lived.scenarios[0][0].lives) {
    by_person += life.value;
    if (life.first == 0) existing_by_person += life.value;
  }
  for (int start = 0; start <= tally.brands(); ++start) by_person += tally.late_value(start);
  for (int period = 0; period <= 12; ++period) {
    by_period += tally.of(Tally::value, period, 0);
    existing_by_period += tally.of(Tally::existing, period, 0);
    for (int brand = 0; period > 0 && brand < 2; ++brand) {
      std::int64_t lost = 0;
      for (int why = 0; why < all_reasons; ++why) lost += tally.lost(static_cast<Reason>(why), period, brand);
      CHECK(lost == tally.of(Tally::customers, period - 1, brand) - tally.of(Tally::retained, period, brand));
    }
  }
  CHECK(by_person == by_period);
  CHECK(existing_by_person == existing_by_period);
}

}  // namespace clientele
