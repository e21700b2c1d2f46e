// SPDX-License-Identifier: MIT
#include "models/need/contract.hpp"

#include <cmath>

#include "models/arithmetic.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a yearly bill of a contract of two years comes at its signing and after a year") {
  for (int left = 24; left > 0; --left)
    CHECK(is_billed<double>(left, 12, std::floor(left / 12.0)) == (left == 24 || left == 12));
}

TEST_CASE("without a fee and at the price of the signing nothing ties a customer") {
  CHECK(contract_tie(2.0, 0.3, 0.3, 0.0) == 0);
}

TEST_CASE("a price that has risen and a fee tie, a price that has fallen loosens") {
  CHECK(contract_tie(2.0, 0.3, 0.1, 0.0) == Approx(0.4));
  CHECK(contract_tie(2.0, 0.1, 0.3, 0.0) == Approx(-0.4));
  CHECK(contract_tie(2.0, 0.1, 0.1, 0.25) == Approx(0.5));
}
