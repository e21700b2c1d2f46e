// SPDX-License-Identifier: MIT
// What price and tenure do to the units of a purchase.
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char alone[] = R"(market: Alone
period: year
horizon: 200 years
discount_rate: 12% per year
cash_flow: end
people: 100k
focal: us
brands: {us: {price: 1, unit_cost: 0}}
purchase: {growth: 8% per year}
departure: {rate: 10% per year, when: start}
)";

constexpr char pair[] = R"(market: Pair
period: month
horizon: 6 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 10, unit_cost: 4, share: 50%}
  rival: {price: 10, unit_cost: 4, share: 50%}
choice: {model: switching_matrix, switching: {us: {us: 60%, rival: 40%}, rival: {us: 40%, rival: 60%}}}
purchase: {price_elasticity: -0.5, units: 3}
)";

double units_each(const Totals& t) { return t.units / t.purchases; }

}  // namespace

TEST_CASE("a margin that grows with tenure gives the multiple of Gupta and Lehmann") {
  // r / (1 + i − r (1 + g)) = 6.081081 for r = .9, i = .12, g = .08
  const Lived lived = lived_through(alone, 400000);
  const Spread values = values_of_existing(lived.books(), lived.scenarios[0], -1);
  CHECK(values.mean() == Approx(6.081081).margin(4 * values.sd() / std::sqrt(400000)));
}

TEST_CASE("growth begins anew with every brand that a customer comes to") {
  const Lived lived =
      lived_through(replaced(replaced(pair, "price_elasticity: -0.5", "growth: 10% per month"),
                             "60%, rival: 40%", "0%, rival: 100%"),
                    2000);
  // Ours never stay; the rival's stay with 60 % and grow.
  for (const int period : {2, 4, 6}) CHECK(units_each(lived.of(0, period)) == Approx(3).epsilon(1e-6));
  CHECK(units_each(lived.of(1, 6)) > 3.2);
}

TEST_CASE("units follow the brand's own price with a constant elasticity") {
  const Lived lived = lived_through(pair, 2000, "  - {change: brands.us.price, by: 21%, from: month 3}\n");
  CHECK(units_each(lived.of(0, 2, 1)) == Approx(3).epsilon(1e-6));
  CHECK(units_each(lived.of(0, 3, 1)) == Approx(3 / 1.1).epsilon(1e-6));  // 1.21^−0.5
  CHECK(units_each(lived.of(1, 3, 1)) == Approx(3).epsilon(1e-6));
}

TEST_CASE("without elasticity or growth nobody buys more or less") {
  const Lived lived = lived_through(replaced(pair, "price_elasticity: -0.5", "price_elasticity: 0"), 2000,
                                    "  - {change: brands.us.price, by: 21%, from: month 3}\n");
  for (int period = 1; period <= 6; ++period)
    CHECK(lived.of(0, period, 0).units == lived.of(0, period, 1).units);
}

}  // namespace clientele
