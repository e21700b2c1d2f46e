// SPDX-License-Identifier: MIT
#include "models/choice/perception.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("what is thought of a brand comes nearer to what it is by its visibility") {
  CHECK(perceived_rating(3, 4, 0.2) == Approx(3.2));
  CHECK(perceived_rating(3.2, 4, 0.2) == Approx(3.36));
  CHECK(perceived_rating(4, 3, 0.25) == Approx(3.75));
}

TEST_CASE("all or nothing becomes known at the limits, and at rest nothing moves, to the last bit") {
  for (const double x : {1.0, 2.3, 3.7, 4.9})
    for (const double rating : {1.1, 3.3, 5.0}) {
      CHECK(perceived_rating(x, rating, 1) == rating);
      CHECK(perceived_rating(x, rating, 0) == x);
      CHECK(perceived_rating(x, x, 0.37) == x);
    }
}

TEST_CASE("half of a change is known after ln ½ / ln(1 − v) periods") {
  double thought = 3;  // v = 1 − 2^(−1/4): four periods
  for (int period = 0; period < 4; ++period) thought = perceived_rating(thought, 4, 1 - std::exp2(-0.25));
  CHECK(thought == Approx(3.5));
}
