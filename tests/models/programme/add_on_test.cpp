// SPDX-License-Identifier: MIT
#include "models/programme/add_on.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("satisfied customers are likelier to take an add-on") {
  // By hand: the odds of .2 are .25, those of a shift of 2 in base 2 four times as many.
  CHECK(adoption_chance(0.2, 0.0) == Approx(0.2));
  CHECK(adoption_chance(0.2, 2.0) == Approx(0.5));
  CHECK(adoption_chance(0.2, -2.0) == Approx(0.0588235));
  CHECK(adoption_chance(0.0, 5.0) == 0);
  CHECK(adoption_chance(1.0, -5.0) == 1);
}
