// SPDX-License-Identifier: MIT
#include "models/value/repeat_purchases.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("customers who hardly ever leave buy at their pace") {
  // r / α · t = .5 · 10; a chance to leave of 1e-9 and a rate of 1e-9.
  CHECK(bg_nbd_purchases({2, 4}, 1e-9, 1, 10) == Approx(5).epsilon(1e-6));
  CHECK(pareto_nbd_purchases({2, 4}, 1e-9, 1, 10) == Approx(5).epsilon(1e-6));
  CHECK(pareto_survival(1e-9, 1, 10) == Approx(1));
}

TEST_CASE("customers who leave after their first purchase make at most one") {
  // a = 1e9, b = 1: p = 1. Then P(X > 0) = 1 − (α / (α + t))^r = 1 − (4/14)².
  CHECK(bg_nbd_purchases({2, 4}, 1e9, 1, 10) == Approx(1 - 16.0 / 196).epsilon(1e-6));
}

TEST_CASE("repeat purchases rise with time and ever more slowly") {
  double before = 0, step = 1e9, before_pareto = 0, step_pareto = 1e9;
  for (int t = 1; t < 200; ++t) {
    const double n = bg_nbd_purchases({.243, 4.414}, .793, 2.426, t),
                 m = pareto_nbd_purchases({.553, 10.578}, .606, 11.669, t);
    CHECK((n > before && n - before < step));
    CHECK((m > before_pareto && m - before_pareto < step_pareto));
    step = n - before, before = n, step_pareto = m - before_pareto, before_pareto = m;
  }
  CHECK(bg_nbd_purchases({.243, 4.414}, .793, 2.426, 0) == Approx(0).margin(1e-15));
}

TEST_CASE("at s = 1 the mean of the Pareto/NBD is a logarithm, and nothing jumps there") {
  // By hand: 2 · 3 / 4 · ln(13 / 3).
  CHECK(pareto_nbd_purchases({2, 4}, 1, 3, 10) == Approx(2.199506).epsilon(1e-6));
  CHECK(pareto_nbd_purchases({2, 4}, 1 + 1e-9, 3, 10) == Approx(2.199506).epsilon(1e-6));
}
