// SPDX-License-Identifier: MIT
#include "models/competition/reaction.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a cut is measured against today, and a rise is none") {
  CHECK(price_cut(2.7, 3) == Approx(0.1));
  CHECK(price_cut(3, 3) == 0);
  CHECK(price_cut(3.3, 3) == 0);
}

TEST_CASE("a share of a cut is answered, the same in per cent where the share is one") {
  const Planned three{3, 3};
  CHECK(answered_price(three, 0.1, 1, 0) == Approx(2.7));
  CHECK(answered_price(three, 0.1, 0.5, 0) == Approx(2.85));
  CHECK(answered_price(three, 0.1, 1.2, 0) == Approx(2.64));
  CHECK(answered_price(three, 0.1, 0, 0) == 3);
}

TEST_CASE("no cut, no answer, to the last bit") {
  for (const double price : {0.1, 0.3, 2.9, 3.2}) CHECK(answered_price({price, price}, 0, 0.7, 1.1) == price);
}

TEST_CASE("an answer stops at the floor, and never raises a price") {
  CHECK(answered_price({3, 3}, 0.5, 1, 2.2) == 2.2);
  CHECK(answered_price({3, 3}, 0.5, 1, 3.5) == 3);
  CHECK(answered_price({2, 3}, 0.5, 1, 2.2) == 2);
  CHECK(answered_price({3, 3}, 1, 5, 0) == Approx(0.03));
}

TEST_CASE("a cut of its own counts toward the answer, and a rise does not take it back") {
  CHECK(answered_price({2.7, 3}, 0.05, 1, 0) == Approx(2.7));
  CHECK(answered_price({2.7, 3}, 0.2, 1, 0) == Approx(2.4));
  CHECK(answered_price({3.3, 3}, 0.1, 1, 0) == Approx(2.97));
}

TEST_CASE("a share of a gain is imitated, up to the best rating") {
  CHECK(imitated_rating({3.5, 3.5}, 0.4, 0.5) == Approx(3.7));
  CHECK(imitated_rating({3.5, 3.5}, 0, 1) == 3.5);
  CHECK(imitated_rating({4.8, 4.8}, 0.4, 1) == 5);
  CHECK(imitated_rating({4.2, 3.5}, 0.4, 1) == 4.2);
}
