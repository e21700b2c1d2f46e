// SPDX-License-Identifier: MIT
#include "models/departure/returning.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

// By hand: r = 5 %, d = 10 %. Of those in, 90 % are there at the end; of those out, .05 · .9 = 4.5 %.

TEST_CASE("the part of people in the category at rest is that of a chain of two states") {
  CHECK(part_active_at_rest(.05, .1) == Approx(.045 / .145));
  const double rest = part_active_at_rest(.05, .1);
  CHECK((rest + .05 * (1 - rest)) * .9 == Approx(rest));
  CHECK(part_active_at_rest(0, .1) == 0);
  CHECK(part_active_at_rest(.05, 0) == 1);
}

TEST_CASE("it is reached period by period as by hand") {
  CHECK(part_active_after(1, .05, .1, 0) == Approx(1));
  CHECK(part_active_after(1, .05, .1, 1) == Approx(.9));
  CHECK(part_active_after(1, .05, .1, 2) == Approx((.9 + .05 * .1) * .9));
  CHECK(part_active_after(1, 0, .1, 5) == Approx(.59049));
  CHECK(part_active_after(.2, .05, .1, 500) == Approx(.045 / .145));
}

TEST_CASE("who comes back does so at a higher chance too") {
  CHECK(comes_back(.04, .05));
  CHECK_FALSE(comes_back(.05, .05));
  CHECK_FALSE(comes_back(0.0, 0.0));
  CHECK(comes_back(.04, 1.0));
}
