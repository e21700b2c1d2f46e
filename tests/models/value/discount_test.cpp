// SPDX-License-Identifier: MIT
#include "models/value/discount.hpp"

#include "models/value/parameters.hpp"
#include "sim/base/period.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a year of monthly discounting at .797414 per cent is ten per cent") {
  // By hand: 1.1^(1/12) - 1 = .00797414.
  const double monthly = growth_per(0.1, Period::year, Period::month);
  CHECK(monthly == Approx(0.00797414).epsilon(1e-6));
  // So a payment a year ahead is worth 1/1.1 of one now, whether counted in months or in years.
  CHECK(discount_factor(monthly, 13, 0) == Approx(1 / 1.1).epsilon(1e-12));
  CHECK(discount_factor(monthly, 12, 1) == Approx(discount_factor(0.1, 1, 1)).epsilon(1e-12));
}

TEST_CASE("money of the first period is worth itself at its start and less later in it") {
  CHECK(discount_factor(0.21, 1, timing(Value::CashFlow::start)) == 1);
  CHECK(discount_factor(0.21, 1, timing(Value::CashFlow::mid)) == Approx(1 / 1.1));  // √1.21 = 1.1
  CHECK(discount_factor(0.21, 1, timing(Value::CashFlow::end)) == Approx(1 / 1.21));
}

TEST_CASE("without a discount rate money keeps its worth") {
  for (const int period : {1, 12, 600}) CHECK(discount_factor(0, period, 0.5) == 1);
}

TEST_CASE("money is worth less the later it flows, and more with a negative rate") {
  for (int period = 1; period < 60; ++period) {
    CHECK(discount_factor(0.01, period + 1, 0) < discount_factor(0.01, period, 1) * (1 + 1e-12));
    CHECK(discount_factor(-0.01, period + 1, 0) > discount_factor(-0.01, period, 0));
  }
}
