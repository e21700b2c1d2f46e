// SPDX-License-Identifier: MIT
// Brands of one owner.
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// Customers without habit or taste: of those who come to a brand from others, its sibling's are as many as
/// its share of the others.
constexpr char three_brands[] = R"(market: A fighter brand
period: month
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:      {owner: Acme, price: 10, unit_cost: 4, share: 50%}
  fighter: {owner: Acme, price: 7, unit_cost: 4, share: 20%}
  rival:   {price: 8, unit_cost: 4, share: 30%}
choice: {price_sensitivity: 3}
)";

}  // namespace

TEST_CASE("the equity of an owner is that of his brands together, to the last cent") {
  const Lived lived = lived_through(three_brands, 3000);
  for (const int period : {1, 7, 12}) {
    const Totals us = lived.of(0, period), fighter = lived.of(1, period), rival = lived.of(2, period);
    CHECK(us.owned);
    CHECK(!rival.owned);
    CHECK(us.owner_value == Approx(us.value + fighter.value).epsilon(1e-12));
    CHECK(fighter.owner_value == Approx(us.owner_value).epsilon(1e-12));
    CHECK(rival.owner_value == rival.value);
  }
}

TEST_CASE("without habit a fighter takes from its sibling in proportion to the share of the latter") {
  // 100,000 people who choose anew each month: of the others' customers 5 in 8 are the sibling's. About
  // 190,000 purchases come to the fighter: standard error √(.625 · .375 / 190,000) = .0011.
  const Lived lived = lived_through(three_brands, 100000);
  Totals fighter, rival;
  add_switches(lived.books(), 0, lived.scenarios[0], -1, 1, fighter);
  add_switches(lived.books(), 0, lived.scenarios[0], -1, 2, rival);
  CHECK(fighter.come_from_owner / fighter.come == Approx(0.625).margin(0.0045));
  CHECK(fighter.come == Approx(12 * 0.8 * 0.2 * 10000).epsilon(0.02));
  CHECK(rival.come == 0);  // he has one brand
}

}  // namespace clientele
