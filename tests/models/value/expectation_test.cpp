// SPDX-License-Identifier: MIT
#include "models/value/expectation.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("A purchase is expected to bring the share of it that is ours") {
  // One in four buys ours, 2 units of a margin of 3 for 0.5 of service: 0.25 · (6 − 0.5).
  CHECK(expected_contribution(0.25, 2.0, 3.0, 0.5) == 1.375);
  CHECK(expected_contribution(0.0, 2.0, 3.0, 0.5) == 0.0);
  CHECK(expected_contribution(1.0, 2.0, 3.0, 0.0) == 6.0);
}

TEST_CASE("Expected purchases of a period add up to what was expected where every occasion is alike") {
  // Two purchases, 1.4 expected: occasions 0 and 1 stand for 0.4 and 1. None: occasion 0 stands for 1.4.
  CHECK(expected_purchases(1.0, 2.0, 1.4) + expected_purchases(1.0, 2.0, 2.0) == 1.4);
  CHECK(expected_purchases(0.0, 0.0, 1.4) == 1.4);
}
