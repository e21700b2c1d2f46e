// SPDX-License-Identifier: MIT
#include "models/purchase/discount.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("discounts follow each other") {
  CHECK(kept_after(kept_after(1.0, 0.1), 0.2) == Approx(0.72));
  CHECK(kept_after(0.9, 0.0) == 0.9);
}

TEST_CASE("what discounts come to is what is not paid") {
  // 3 units at 20 less 2 each, and 10 % of the 54 that are left.
  CHECK(discounts_of(3.0, 2.0, 54.0, 0.9) == Approx(6 + 5.4));
  CHECK(discounts_of(3.0, 0.0, 60.0, 1.0) == 0);
}

TEST_CASE("a basket is reached from its amount on") {
  CHECK(reaches_basket(20.0, 20.0));
  CHECK_FALSE(reaches_basket(19.99, 20.0));
  CHECK(reaches_basket(0.0, 0.0));
}
