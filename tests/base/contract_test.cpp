// SPDX-License-Identifier: MIT
#include "sim/base/contract.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a broken contract says where it was broken") {
  CHECK_NOTHROW(expects(true));
  CHECK_NOTHROW(ensures(true));
  CHECK_THROWS_AS(ensures(false), BrokenContract);
  CHECK_THROWS_WITH(expects(false), Catch::Contains("contract_test.cpp"));
}
