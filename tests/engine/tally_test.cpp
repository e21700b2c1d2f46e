// SPDX-License-Identifier: MIT
#include "sim/engine/tally.hpp"

#include "sim/base/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

constexpr int periods = 3, brands = 2;

/// A tally in which every count is a number of its own, times `times`.
Tally numbered(std::int64_t times) {
  Tally tally(periods, brands);
  const Counts c = tally.counts();
  std::int64_t number = 1;
  for (std::int64_t* row :
       {c.customers, c.retained, c.purchases, c.repeats, c.units, c.value, c.satisfaction})
    for (int i = 0; i < (periods + 1) * brands; ++i) row[i] = times * number++;
  for (std::int64_t* row : {c.active, c.departed})
    for (int i = 0; i <= periods; ++i) row[i] = times * number++;
  for (int i = 0; i < brands * brands; ++i) c.switches[i] = times * number++;
  return tally;
}

}  // namespace

TEST_CASE("a tally begins with nothing") {
  const Tally tally(periods, brands);
  for (int what = 0; what < Tally::kinds; ++what)
    for (int period = 0; period <= periods; ++period)
      for (int brand = 0; brand < brands; ++brand)
        CHECK(tally.of(static_cast<Tally::Row>(what), period, brand) == 0);
  CHECK(tally.overflows() == 0);
}

TEST_CASE("counts are kept by kind, period and brand, apart from each other") {
  const Tally tally = numbered(1);
  CHECK(tally.of(Tally::customers, 0, 0) == 1);
  CHECK(tally.of(Tally::customers, 3, 1) == 8);  // the eighth of 4 rows of 2
  CHECK(tally.of(Tally::retained, 0, 0) == 9);
  CHECK(tally.of(Tally::value, 0, 1) == 42);  // the sixth kind: 5 · 8 + 2
  CHECK(tally.of(Tally::satisfaction, 3, 1) == 56);
  CHECK(tally.active(0) == 57);
  CHECK(tally.departed(0) == 61);
  CHECK(tally.departed(3) == 64);
  CHECK(tally.switches(1, 0) == 67);
  CHECK(tally.switches(1, 1) == 68);
}

TEST_CASE("adding tallies is exact where doubles are not") {
  // 2^53 + 1 is the first whole number that a double cannot hold.
  Tally sum = numbered(1), large(periods, brands);
  large.counts().value[1] = std::int64_t{1} << 53;
  sum += large;
  CHECK(sum.of(Tally::value, 0, 1) == (std::int64_t{1} << 53) + 42);
}

TEST_CASE("the order in which tallies are added does not matter") {
  Tally one = numbered(3), other = numbered(-7);
  one += numbered(-7);
  other += numbered(3);
  for (int what = 0; what < Tally::kinds; ++what)
    for (int period = 0; period <= periods; ++period)
      for (int brand = 0; brand < brands; ++brand) {
        const auto row = static_cast<Tally::Row>(what);
        CHECK(one.of(row, period, brand) == other.of(row, period, brand));
        CHECK(one.of(row, period, brand) == -4 * numbered(1).of(row, period, brand));
      }
  CHECK(one.active(2) == other.active(2));
  CHECK(one.departed(2) == other.departed(2));
  CHECK(one.switches(0, 1) == other.switches(0, 1));
}

TEST_CASE("overflows and periods lived add up too") {
  Tally one(periods, brands), other(periods, brands);
  one.overflowed(2);
  other.overflowed(3);
  one.lived(10);
  other.lived(20);
  one += other;
  CHECK(one.overflows() == 5);
  CHECK(one.lived() == 30);
}

TEST_CASE("tallies of different markets cannot be added") {
  Tally one(3, 2);
  CHECK_THROWS_AS(one += Tally(3, 3), BrokenContract);
  CHECK_THROWS_AS(one += Tally(4, 2), BrokenContract);
}
