// SPDX-License-Identifier: MIT
#include "sim/scenario/assumption.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
double middle_of(double from, double to, Quantity quantity, Period per, Period world, bool whole = false) {
  const Assumption assumption{.path = {},
                              .acts_on = {},
                              .law = {.family = Law::Family::uniform, .low = from, .high = to},
                              .quantity = quantity,
                              .per = per,
                              .whole = whole};
  return value_of(assumption, 0.5, world);
}
}  // namespace

TEST_CASE("the law is of the number as written, and the value in the unit of the model") {
  CHECK(middle_of(10, 14, Quantity::frequency, Period::year, Period::month) == Approx(1));
  CHECK(middle_of(0.10, 0.15, Quantity::growth, Period::year, Period::month) ==
        Approx(std::pow(1.125, 1.0 / 12) - 1));
  CHECK(middle_of(0.2, 0.4, Quantity::chance, Period::year, Period::month) ==
        Approx(1 - std::pow(0.7, 1.0 / 12)));
  CHECK(middle_of(1, 2, Quantity::duration, Period::year, Period::month) == Approx(18));
  CHECK(middle_of(3, 4, Quantity::money, Period::month, Period::year) == 3.5);
}

TEST_CASE("moments and whole durations come as the nearest whole number") {
  CHECK(middle_of(12, 19, Quantity::moment, Period::month, Period::month, true) == 16);
  CHECK(middle_of(2, 3, Quantity::moment, Period::year, Period::month, true) == 19);
  CHECK(middle_of(1, 2.9, Quantity::duration, Period::month, Period::month, true) == 2);
}

TEST_CASE("what was converted to the unit of the model comes back as it was written") {
  for (const auto quantity : {Quantity::number, Quantity::share, Quantity::money, Quantity::frequency,
                              Quantity::chance, Quantity::growth, Quantity::duration, Quantity::moment})
    for (const Period written : {Period::week, Period::month, Period::year}) {
      const double value = in_world(0.3, quantity, written, Period::month);
      CHECK(as_written(value, quantity, written, Period::month) == Approx(0.3));
    }
}
