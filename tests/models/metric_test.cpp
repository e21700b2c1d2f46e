// SPDX-License-Identifier: MIT
#include "models/metric.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
Totals span(double start, double end, double purchases) {
  Totals t;
  t.customers_at_start = start;
  t.customers_at_end = end;
  t.customer_periods = start;
  t.purchases = purchases;
  t.active = end;
  return t;
}
}  // namespace

TEST_CASE("of two spans in a row flows add up and stocks are those at the ends") {
  const Totals both = span(100, 90, 7).followed_by(span(90, 85, 5));
  CHECK(both.purchases == 12);
  CHECK(both.customer_periods == 190);
  CHECK(both.customers_at_start == 100);
  CHECK(both.customers_at_end == 85);
  CHECK(both.active == 85);
}

TEST_CASE("of two groups of people everything adds up") {
  Totals all = span(100, 90, 7);
  all += span(10, 20, 1);
  CHECK(all.customers_at_start == 110);
  CHECK(all.customers_at_end == 110);
  CHECK(all.purchases == 8);
  CHECK(all.active == 110);
}

TEST_CASE("a ratio of nothing to nothing is missing, not zero") {
  CHECK_FALSE(ratio(0, 0).has_value());
  CHECK(ratio(0, 5) == 0.0);
  CHECK(ratio(3, 4) == 0.75);
  CHECK_FALSE(when(false, 5).has_value());
  CHECK(when(true, 5) == 5.0);
}
