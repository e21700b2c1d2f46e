// SPDX-License-Identifier: MIT
#include "models/choice/utility.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a price at the reference price changes no utility") {
  CHECK(price_in_utility(3.2, 3.2, false) == 0);
  CHECK(price_in_utility(3.2, 3.2, true) == 0);
}

TEST_CASE("a price enters by its logarithm or plainly") {
  CHECK(price_in_utility(9, 10, false) == Approx(-0.105360516));  // ln .9
  CHECK(price_in_utility(9, 10, true) == Approx(-1));
}

TEST_CASE("multiplying all prices of a logarithmic market by one factor moves no difference of utility") {
  for (const double factor : {0.01, 1.1, 40.0})
    CHECK(price_in_utility(3 * factor, 5, false) - price_in_utility(2 * factor, 5, false) ==
          Approx(price_in_utility(3, 5, false) - price_in_utility(2, 5, false)));
}

TEST_CASE("utility falls with the price, the more so the more sensitive the customer") {
  CHECK(utility_at_price(0.5, 2.0, 0.1) == Approx(0.3));  // .5 - 2 · .1
  CHECK(utility_at_price(0.5, 0.0, 0.1) == 0.5);
  for (const bool linear : {false, true}) {
    const double cheap = price_in_utility(2, 3, linear), dear = price_in_utility(4, 3, linear);
    CHECK(utility_at_price(0.5, 1.0, cheap) > utility_at_price(0.5, 1.0, dear));
    CHECK(utility_at_price(0.5, 2.0, dear) < utility_at_price(0.5, 1.0, dear));
  }
}
