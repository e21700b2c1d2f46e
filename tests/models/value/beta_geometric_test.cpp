// SPDX-License-Identifier: MIT
#include "models/value/beta_geometric.hpp"

#include <cmath>

#include "models/value/closed_forms.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("half of a cohort with uniform chances leaves at once, and 1 / (t + 1) is left after t periods") {
  // By hand: ∫ (1 − p)^t dp.
  for (int t = 0; t < 20; ++t) CHECK(beta_survival(1, 1, t) == Approx(1.0 / (t + 1)));
}

TEST_CASE("where all chances are nearly the same, a cohort is worth what one customer is") {
  // beta(2e8, 8e8): .2 for all, to 1e-5.
  CHECK(beta_survival(2e8, 8e8, 3) == Approx(.512).epsilon(1e-6));
  CHECK(100 * discounted_lifetime(2e8, 8e8, .1) == Approx(value_paid_today(100, .8, .1)).epsilon(1e-6));
  CHECK(100 * discounted_residual_lifetime(2e8, 8e8, .1, 0) ==
        Approx(1.1 * value_after_booked(100, .8, .1)).epsilon(1e-6));
}

TEST_CASE("the lifetime in sight is the sum of who is left") {
  double today = 0, due = 0;
  for (int t = 0; t < 400; ++t) {
    today += beta_survival(3.8, 15.2, t) * std::pow(1.1, -t);
    if (t > 0) due += beta_survival(3.8, 17.2, t) * std::pow(1.1, 1 - t);
  }
  CHECK(discounted_lifetime(3.8, 15.2, .1) == Approx(today).epsilon(1e-10));
  CHECK(discounted_residual_lifetime(3.8, 15.2, .1, 2) == Approx(due).epsilon(1e-10));
}

TEST_CASE("who has stayed longer will stay longer, as those who leave soon have left") {
  double before = 0;
  for (int n = 0; n < 30; ++n) {
    CHECK(discounted_residual_lifetime(.7, 1.2, .1, n) > before);
    before = discounted_residual_lifetime(.7, 1.2, .1, n);
  }
  CHECK(before < 11);  // a payment each year for ever: 1.1 / .1
}
