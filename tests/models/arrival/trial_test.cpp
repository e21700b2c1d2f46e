// SPDX-License-Identifier: MIT
#include "models/arrival/trial.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("satisfaction moves the odds that a trial makes a customer") {
  // By hand: odds of 1 : 3, times 3, are 1 : 1; divided by 3, 1 : 9.
  CHECK(converted_chance(.25, std::log2(3.0)) == Approx(.5));
  CHECK(converted_chance(.25, -std::log2(3.0)) == Approx(.1));
  CHECK(converted_chance(.25, 0.0) == Approx(.25));
}

TEST_CASE("a trial that always or never makes a customer does so whatever he thinks of it") {
  for (const double shift : {-20.0, 0.0, 20.0}) {
    CHECK(converted_chance(0.0, shift) == 0);
    CHECK(converted_chance(1.0, shift) == 1);
  }
}

TEST_CASE("more satisfaction never means a lower chance") {
  double before = 0;
  for (double shift = -8; shift <= 8; shift += .5) {
    CHECK(converted_chance(.2, shift) > before);
    before = converted_chance(.2, shift);
  }
}
