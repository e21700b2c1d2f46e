// SPDX-License-Identifier: MIT
#include "models/arrival/bass.hpp"

#include "tests/support/catch.hpp"

namespace clientele {

TEST_CASE("with p = .03 and q = .38 as many have taken it up after each year as Bass has it") {
  const double published[] = {.0358, .0851, .1505, .2332, .3312, .4392, .5490, .6517, .7407, .8128};
  double part = 0;
  for (const double expected : published) {
    part = part_after_a_period(part, {.03, .38});
    CHECK(part == Approx(expected).margin(5e-5));
  }
  CHECK(time_of_peak({.03, .38}) == Approx(6.192619).epsilon(1e-6));
}

TEST_CASE("periods of any length lead to the same part") {
  double by_month = 0;
  for (int month = 0; month < 12; ++month) by_month = part_after_a_period(by_month, {.03 / 12, .38 / 12});
  CHECK(by_month == Approx(part_after_a_period(0, {.03, .38})).epsilon(1e-12));
}

TEST_CASE("without imitation it is exponential, without innovation logistic, without either nothing moves") {
  CHECK(part_after_a_period(0.2, {.1, 0}) == Approx(1 - 0.8 * std::exp(-.1)).epsilon(1e-12));
  CHECK(part_after_a_period(0.2, {0, .5}) == Approx(1 / (1 + 4 * std::exp(-.5))).epsilon(1e-12));
  CHECK(part_after_a_period(0, {0, .5}) == 0);
  CHECK(part_after_a_period(0.3, {0, 0}) == 0.3);
  CHECK(part_after_a_period(1, {.1, .5}) == 1);
}

TEST_CASE("more innovation or imitation never lets fewer take it up") {
  for (const double part : {0.0, 0.1, 0.6, 0.99}) {
    CHECK(part_after_a_period(part, {.04, .38}) > part_after_a_period(part, {.03, .38}));
    CHECK(part_after_a_period(part, {.03, .50}) >= part_after_a_period(part, {.03, .38}));
    CHECK(part_after_a_period(part, {.03, .38}) < 1);
  }
}

}  // namespace clientele
