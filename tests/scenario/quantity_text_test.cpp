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

TEST_CASE("quantities side by side have as many decimals") {
  using Texts = std::pair<std::string, std::string>;
  CHECK(texts_beside(3.2, 3, Quantity::money, Period::month) == Texts{"3.20", "3.00"});
  CHECK(texts_beside(3, 4, Quantity::money, Period::month) == Texts{"3", "4"});
  CHECK(texts_beside(4, 4.2, Quantity::number, Period::month) == Texts{"4.0", "4.2"});
  CHECK(texts_beside(0.01, 0.005, Quantity::chance, Period::month) ==
        Texts{"1.0% per month", "0.5% per month"});
  CHECK(texts_beside(1, 1e-9, Quantity::number, Period::month) == Texts{"1", "1e-09"});
}
