// SPDX-License-Identifier: MIT
#include "models/programme/enrolment.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("heavy buyers are likelier to enrol by their need") {
  // By hand: logit .2 + ln 4 = ln(.25) + ln 4 = 0, so .5 at four times the mean need.
  CHECK(enrolment_chance(0.2, 1.0, 2.0, 0.0) == Approx(0.5));
  CHECK(enrolment_chance(0.2, 1.0, 3.0, 3.0) == Approx(0.2));
  CHECK(enrolment_chance(0.2, 0.0, 5.0, 0.0) == Approx(0.2));
  CHECK(enrolment_chance(0.2, 1.0, -2.0, 0.0) == Approx(0.0588235));  // .0625 / 1.0625
}

TEST_CASE("nobody enrols in a programme that is not open, and all in one that nobody refuses") {
  CHECK(enrolment_chance(0.0, 1.0, 9.0, 0.0) == 0);
  CHECK(enrolment_chance(1.0, 1.0, -9.0, 0.0) == 1);
}

TEST_CASE("the pressure of points rises towards the reward and no further") {
  CHECK(points_pressure(0.8, 0.0) == 0);
  CHECK(points_pressure(0.8, 0.5) == Approx(0.2));
  CHECK(points_pressure(0.8, 1.0) == Approx(0.8));
  CHECK(points_pressure(0.8, 2.0) == Approx(0.8));
}
