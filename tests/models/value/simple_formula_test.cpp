// SPDX-License-Identifier: MIT
#include "models/value/simple_formula.hpp"

#include "models/value/closed_forms.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("the formula of practice multiplies spend, purchases, margin and lifetime") {
  // By hand: 4.50 a visit, 5 visits a month, 60 % margin, 24 months: 4.5 · 5 · .6 · 24 = 324.
  CHECK(simple_lifetime_value(4.5, 5, 0.6, 24) == Approx(324));
}

TEST_CASE("the formula of practice is nothing if any of its factors is") {
  CHECK(simple_lifetime_value(0, 5, 0.6, 24) == 0);
  CHECK(simple_lifetime_value(4.5, 0, 0.6, 24) == 0);
  CHECK(simple_lifetime_value(4.5, 5, 0, 24) == 0);
  CHECK(simple_lifetime_value(4.5, 5, 0.6, 0) == 0);
}

TEST_CASE("the formula of practice is the value of a customer who never leaves and is not discounted") {
  CHECK(simple_lifetime_value(4.5, 5, 0.6, 24) == Approx(value_over_horizon(13.5, 1, 0, 0, false, 24)));
}
