// SPDX-License-Identifier: MIT
#include "models/choice/reasons.hpp"

#include "models/experience/satisfaction.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
Reason reason(const Pull<double>& pull) {
  return advantage(pull) > 0 ? static_cast<Reason>(static_cast<int>(largest_part(pull))) : Reason::variety;
}
}  // namespace

TEST_CASE("the largest part of what pulls a customer away is his reason") {
  CHECK(reason({.price = 0.3, .offer = 0.2, .product = 0.1, .habit = -0.5}) == Reason::price);
  CHECK(reason({.price = 0.3, .offer = 0.4, .product = 0.1, .habit = -0.5}) == Reason::offer);
  CHECK(reason({.price = 0.3, .offer = 0.4, .product = 0.5, .habit = -0.5}) == Reason::product);
  CHECK(reason({.price = -3, .offer = 0.4, .product = 0.5, .service = 4, .habit = -0.5}) == Reason::service);
  CHECK(reason({.preference = 2, .habit = -0.5}) == Reason::preference);
  CHECK(reason({.price = 0.3, .preference = 0.2, .talk = 0.4, .habit = -0.5}) == Reason::word_of_mouth);
}

TEST_CASE("who switches though nothing speaks for it on the whole does so for variety") {
  CHECK(reason({.price = 0.3, .habit = -0.31}) == Reason::variety);
  CHECK(reason({}) == Reason::variety);
  CHECK(reason({.price = 0.3, .habit = -0.29}) == Reason::price);
}

TEST_CASE("a habit of changing is variety") {
  CHECK(reason({.price = 0.3, .habit = 0.4}) == Reason::variety);
}

TEST_CASE("memories pull by their driver, and by their part of the satisfaction beyond a threshold") {
  // ½ (4 − 3) − ½ · 1.2 · (3 − 3.5) = .5 + .3
  CHECK(experience_pull(0.5, 4.0, 3.0, 0.5, 1.2, 3.5) == Approx(0.8));
  CHECK(experience_pull(0.0, 0.0, 3.0, 0.5, 0.0, 4.5) == 0);
}

TEST_CASE("what memories pull is what they take from the utility of the brand bought last") {
  // w_q (x_q − s_q) + w_s (x_s − s_s) − s(S), below, between and above the thresholds.
  const double part = 0.3, low = 3.2, high = 4.1, disappointment = 0.8, delight = 0.4;
  for (const double product : {2.0, 3.6, 4.9})
    for (const double service : {2.5, 3.7, 4.6}) {
      const double s = satisfaction(product, service, part);
      const double slope = s < low ? disappointment : s > high ? delight : 0, bound = s < low ? low : high;
      const double pull = experience_pull(0.5, 4.0, product, part, slope, bound) +
                          experience_pull(0.7, 3.0, service, 1 - part, slope, bound);
      CHECK(pull == Approx(0.5 * (4.0 - product) + 0.7 * (3.0 - service) -
                           utility_of_satisfaction(s, low, high, disappointment, delight)));
    }
}
