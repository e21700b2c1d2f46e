// SPDX-License-Identifier: MIT
#include "sim/scenario/quantity_text.hpp"

#include <limits>

#include "sim/input/quantity.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("quantities are written as a scenario writes them") {
  CHECK(number_text(400000) == "400000");
  CHECK(number_text(1e7 + 0.5) == "10000000");
  CHECK(number_text(-0.0) == "0");
  CHECK(quantity_text(0.24, Quantity::share, Period::month) == "24%");
  CHECK(quantity_text(1.0 / 3, Quantity::share, Period::month) == "33.33%");
  CHECK(quantity_text(3.2, Quantity::money, Period::month) == "3.20");
  CHECK(quantity_text(250000, Quantity::money, Period::month) == "250000");
  CHECK(quantity_text(1, Quantity::duration, Period::month) == "1 month");
  CHECK(quantity_text(7, Quantity::moment, Period::week) == "week 7");
  CHECK(quantity_text(std::numeric_limits<double>::infinity(), Quantity::moment, Period::week) == "never");
}

TEST_CASE("an example is readable as what it is an example of") {
  for (const Quantity quantity : {Quantity::number, Quantity::share, Quantity::money, Quantity::frequency,
                                  Quantity::chance, Quantity::growth, Quantity::duration, Quantity::moment})
    for (const auto& period : period_names) {
      const std::string text = example_of(quantity, period.period);
      INFO(text);
      CHECK(read_quantity(text, {.name = "x", .quantity = quantity}, period.period));
    }
}
