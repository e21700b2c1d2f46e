// SPDX-License-Identifier: MIT
#include "models/consideration/awareness.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("whoever knows a brand at one awareness knows it at every higher one") {
  CHECK(has_heard_of(0.29, 0.3));
  CHECK(has_heard_of(0.29, 0.8));
  CHECK_FALSE(has_heard_of(0.3, 0.3));
}

TEST_CASE("all have heard of a brand that everybody knows, and none of one that nobody does") {
  CHECK(has_heard_of(0.99999, 1.0));
  CHECK_FALSE(has_heard_of(0.0, 0.0));
}

TEST_CASE("of two brands unheard of the better known is nearer to the same ear") {
  CHECK(distance_from_hearing(0.9, 0.6) < distance_from_hearing(0.9, 0.3));
  CHECK(distance_from_hearing(0.2, 0.4) < 1);
}
