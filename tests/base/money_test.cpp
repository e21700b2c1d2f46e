// SPDX-License-Identifier: MIT
#include "sim/base/money.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("the largest amount stays just within 24 bits") {
  for (const double largest : {1e-3, 0.7, 1.0, 3.2, 1000.0, 1e9}) {
    CAPTURE(largest);
    const FixedPoint fixed = fixed_point_for(largest);
    CHECK(largest * fixed.scale() <= 0x1p24);
    CHECK(largest * fixed.scale() > 0x1p23);
  }
}

TEST_CASE("amounts of up to 4 have 22 bits after the point") {
  // By hand: log2 4 = 2, 24 - 2 = 22; just above 4 it is one less.
  CHECK(fixed_point_for(4).bits == 22);
  CHECK(fixed_point_for(4.01).bits == 21);
  CHECK(fixed_point_for(4).to_double(1 << 22) == 1.0);
}

TEST_CASE("large amounts are kept in steps of more than one") {
  const FixedPoint fixed = fixed_point_for(0x1p30);
  CHECK(fixed.bits == -6);
  CHECK(fixed.to_double(3) == 192);  // 3 · 2^6
}

TEST_CASE("where there is no money the scale is one") {
  CHECK(fixed_point_for(0).scale() == 1);
  CHECK(fixed_point_for(-5).scale() == 1);
}

TEST_CASE("an amount goes to fixed point and back to within half a step") {
  const FixedPoint fixed = fixed_point_for(10);
  for (const double amount : {0.0, 0.1, 3.2, 9.99, -4.7})
    CHECK(std::abs(fixed.to_double(std::llround(amount * fixed.scale())) - amount) <= 0.5 / fixed.scale());
}
