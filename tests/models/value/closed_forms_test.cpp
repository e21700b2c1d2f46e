// SPDX-License-Identifier: MIT
#include "models/value/closed_forms.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a customer who pays 100 a period, stays with .8 and is discounted by .1 has three values") {
  // By hand, with 1 + d - r = .3: 100 · 1.1 / .3, 100 · .8 / .3, 100 / .3.
  CHECK(value_paid_today(100, 0.8, 0.1) == Approx(366.666667).epsilon(1e-9));
  CHECK(value_after_booked(100, 0.8, 0.1) == Approx(266.666667).epsilon(1e-8));
  CHECK(value_paid_at_end(100, 0.8, 0.1) == Approx(333.333333).epsilon(1e-8));
}

TEST_CASE("the first payment is all that separates today's value from the one after it was booked") {
  for (const double r : {0.0, 0.3, 0.8, 0.99})
    for (const double d : {0.0, 0.05, 0.5}) {
      if (r == 1 + d) continue;
      CHECK(value_paid_today(100, r, d) - value_after_booked(100, r, d) == Approx(100));
      CHECK(value_paid_today(100, r, d) == Approx((1 + d) * value_paid_at_end(100, r, d)));
    }
}

TEST_CASE("a customer who never stays is worth one payment, or none if it was booked") {
  CHECK(value_paid_today(100, 0, 0.1) == Approx(100));
  CHECK(value_after_booked(100, 0, 0.1) == 0);
  CHECK(value_paid_at_end(100, 0, 0.1) == Approx(100 / 1.1));
}

TEST_CASE("margin multiples are those of Gupta and Lehmann") {
  // Gupta & Lehmann (2003), table of margin multiples by retention and discount rate.
  struct Row {
    double retention, at_10, at_16;
  };
  for (const Row& row :
       {Row{0.6, 1.20, 1.07}, Row{0.7, 1.75, 1.52}, Row{0.8, 2.67, 2.22}, Row{0.9, 4.50, 3.46}}) {
    CHECK(margin_multiple(row.retention, 0.10) == Approx(row.at_10).margin(0.005));
    CHECK(margin_multiple(row.retention, 0.16) == Approx(row.at_16).margin(0.005));
  }
}

TEST_CASE("a growing margin raises the multiple") {
  // By hand: .9 / (1.12 - .9 · 1.08) = .9 / .148.
  CHECK(margin_multiple(0.9, 0.12, 0.08) == Approx(6.081081).epsilon(1e-7));
  CHECK(margin_multiple(0.9, 0.12) == Approx(4.090909).epsilon(1e-7));
  CHECK(margin_multiple(0.9, 0.12, 0) == margin_multiple(0.9, 0.12));
}

TEST_CASE("one per cent more retention is worth five and a half per cent at .9 and .1") {
  // By hand: 1.1 / .2; and the slope of the logarithm of the multiple by central differences.
  CHECK(retention_elasticity(0.9, 0.1) == Approx(5.5));
  const double step = 1e-6;
  const double slope = (std::log(margin_multiple(0.9 * std::exp(step), 0.1)) -
                        std::log(margin_multiple(0.9 * std::exp(-step), 0.1))) /
                       (2 * step);
  CHECK(slope == Approx(5.5).epsilon(1e-7));
  CHECK(retention_elasticity(0, 0.1) == 1);
}

TEST_CASE("the value over a long horizon tends to each of the three conventions") {
  // x = .8 / 1.1 = .727: what is cut off after 120 periods is x^120 = 2.5e-17 of the whole.
  const double m = 100, r = 0.8, d = 0.1, long_time = 120;
  CHECK(value_over_horizon(m, r, d, 0, false, long_time) == Approx(value_paid_today(m, r, d)).epsilon(1e-9));
  CHECK(value_over_horizon(m, r, d, 1, true, long_time) == Approx(value_after_booked(m, r, d)).epsilon(1e-9));
  CHECK(value_over_horizon(m, r, d, 1, false, long_time) == Approx(value_paid_at_end(m, r, d)).epsilon(1e-9));
}

TEST_CASE("the value over a short horizon is the sum of its payments") {
  // By hand, r = .5, d = .25, at period starts, three periods: 10 (1 + .4 + .16).
  CHECK(value_over_horizon(10, 0.5, 0.25, 0, false, 3) == Approx(15.6));
  // He may leave before he pays: each payment is halved. Half a period late: divided by √1.25.
  CHECK(value_over_horizon(10, 0.5, 0.25, 0, true, 3) == Approx(7.8));
  CHECK(value_over_horizon(10, 0.5, 0.25, 0.5, false, 3) == Approx(15.6 / std::sqrt(1.25)));
}

TEST_CASE("a customer who never leaves and money that keeps its worth give one margin a period") {
  CHECK(value_over_horizon(10, 1, 0, 0, false, 24) == 240);
  CHECK(value_over_horizon(10, 1 - 1e-12, 0, 0, false, 24) == Approx(240).epsilon(1e-4));
}

TEST_CASE("value rises with retention and margin and falls with the discount rate") {
  double before = 0;
  for (const double r : {0.0, 0.2, 0.5, 0.9, 0.99}) {
    const double value = value_over_horizon(100, r, 0.1, 0.5, false, 60);
    CHECK(value > before);
    before = value;
  }
  before = value_over_horizon(100, 0.99, 0, 0.5, false, 60);
  for (const double d : {0.01, 0.05, 0.2, 1.0}) {
    const double value = value_over_horizon(100, 0.99, d, 0.5, false, 60);
    CHECK(value < before);
    CHECK(value_over_horizon(200, 0.99, d, 0.5, false, 60) == Approx(2 * value));
    before = value;
  }
}
