// SPDX-License-Identifier: MIT
#include "models/arithmetic.hpp"

#include "tests/support/catch.hpp"

TEST_CASE("the arithmetic of the equations on plain numbers is that of the standard library") {
  using namespace clientele;
  CHECK(clientele::fma(2.0, 3.0, 4.0) == 10.0);
  CHECK(clientele::exp2(-1.0) == 0.5);
  CHECK(clientele::log2(8.0) == 3.0);
  CHECK(clientele::sqrt(9.0) == 3.0);
  CHECK(clientele::min(2.0, 3.0) == 2.0);
  CHECK(clientele::max(2.0, 3.0) == 3.0);
  CHECK(clientele::select(true, 2.0, 3.0) == 2.0);
  CHECK(clientele::select(false, 2.0, 3.0) == 3.0);
  CHECK(any(true));
  CHECK_FALSE(any(false));
}

TEST_CASE("utilities go to base 2 by log2 e") {
  CHECK(std::exp2(1.7 * clientele::log2_e) == Approx(std::exp(1.7)).epsilon(1e-14));
}
