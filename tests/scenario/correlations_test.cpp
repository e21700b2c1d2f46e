// SPDX-License-Identifier: MIT
#include "sim/scenario/correlations.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("the factor of correlations gives them back") {
  // Of two: L = (1, 0; r, √(1 − r²)).
  const auto two = correlating_factor({"a", "b"}, {{"b", "a", 0.6}});
  REQUIRE(two);
  REQUIRE(two->size() == 4);
  CHECK((*two)[0] == 1);
  CHECK((*two)[1] == 0);
  CHECK((*two)[2] == Approx(0.6));
  CHECK((*two)[3] == Approx(0.8));
  const auto three = *correlating_factor({"a", "b", "c"}, {{"a", "b", 0.5}, {"b", "c", -0.3}});
  const auto product = [&](std::size_t i, std::size_t j) {
    double sum = 0;
    for (std::size_t k = 0; k < 3; ++k) sum += three[3 * i + k] * three[3 * j + k];
    return sum;
  };
  CHECK(product(0, 1) == Approx(0.5));
  CHECK(product(1, 2) == Approx(-0.3));
  CHECK(product(0, 2) == Approx(0).margin(1e-12));
  CHECK(product(2, 2) == Approx(1));
}

TEST_CASE("correlations that cannot be all together are refused, with the nearest that can") {
  // a with b and b with c at .9 need a with c of at least 2 · .81 − 1 = .62; nothing said is 0.
  CHECK_FALSE(correlating_factor({"a", "b", "c"}, {{"a", "b", 0.9}, {"b", "c", 0.9}}));
  const Remedy remedy = nearest_correlations({{"a", "b", 0.9}, {"b", "c", 0.9}});
  // One alone must fall to √(1 − .81) = .436; both, by symmetry, to √½ = .707.
  REQUIRE(remedy.pair);
  CHECK(remedy.alone == Approx(0.43));
  REQUIRE(remedy.together.size() == 2);
  CHECK(remedy.together[0] == Approx(0.70));
  CHECK(remedy.together[1] == Approx(0.70));
  CHECK(correlating_factor({"a", "b", "c"}, {{"a", "b", 0.7}, {"b", "c", 0.7}}));
  CHECK(correlating_factor({"a", "b", "c"}, {{"a", "b", 0.9}, {"b", "c", 0.43}}));
}

TEST_CASE("the pair that moves least is the one to lower") {
  const Remedy remedy = nearest_correlations({{"a", "b", 0.6}, {"b", "c", 0.6}, {"a", "c", -0.8}});
  // With r_ab = r_bc = .6 a correlation of a and c must be above 2 · .36 − 1 = −.28; with −.8 and .6 a
  // further one lies between −.96 and 0. So −.8 must move by .53, and .6 by .6.
  REQUIRE(remedy.pair);
  CHECK(*remedy.pair == 2);
  CHECK(remedy.alone == Approx(-0.27).margin(0.011));
}
