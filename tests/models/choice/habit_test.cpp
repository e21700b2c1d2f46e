// SPDX-License-Identifier: MIT
#include "models/choice/habit.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a habit halves with every half-life without a purchase") {
  CHECK(habit_left(0.0, 1.0 / 12) == 1);
  CHECK(habit_left(12.0, 1.0 / 12) == Approx(0.5));
  CHECK(habit_left(36.0, 1.0 / 12) == Approx(0.125));
  CHECK(habit_left(6.0, 1.0 / 12) == Approx(0.70710678));
}

TEST_CASE(
    "a habit that doubles at most, half of it with one more purchase, is 1, 1.5 and 1.75 times itself") {
  CHECK(habit_grown(1.0, 1.0, 1.0) == 1);
  CHECK(habit_grown(2.0, 1.0, 1.0) == 1.5);
  CHECK(habit_grown(3.0, 1.0, 1.0) == 1.75);
  CHECK(habit_grown(1e6, 1.0, 1.0) == 2);
}

TEST_CASE("a habit grows with every purchase in a row and never beyond 1 + g") {
  double before = 0;
  for (int n = 1; n < 100; ++n) {
    const double grown = habit_grown<double>(n, 0.6, 1.0 / 5);
    CHECK(grown > before);
    CHECK(grown < 1.6);
    before = grown;
  }
  CHECK(habit_grown(7.0, 0.0, 1.0 / 5) == 1);
}

TEST_CASE("the steps of purchases in a row follow on each other and stand in their middles") {
  double first = 1;
  for (int step = 0; step + 1 < habit_steps; ++step) {
    const double length = 1 << step_doublings[step];
    CHECK(step_middle[step] == first + (length - 1) / 2);
    first += length;
  }
  CHECK(first == 49);
}

TEST_CASE("the parts of the times between purchases are the middles of equal ones") {
  for (int part = 0; part < gap_parts; ++part)
    CHECK(log2_of_part[part] == Approx(std::log2(1 - (part + 0.5) / gap_parts)).epsilon(1e-6));
}
