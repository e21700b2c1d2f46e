// SPDX-License-Identifier: MIT
#include "sim/base/period.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a year has 12 months, 52 weeks, 4 quarters and 365 days") {
  CHECK(how_many(Period::month, Period::year) == 12);
  CHECK(how_many(Period::week, Period::year) == 52);
  CHECK(how_many(Period::quarter, Period::year) == 4);
  CHECK(how_many(Period::day, Period::year) == 365);
  CHECK(how_many(Period::month, Period::quarter) == 3);
  CHECK(how_many(Period::year, Period::month) == Approx(1.0 / 12));
}

TEST_CASE("periods are called in the singular and in the plural") {
  CHECK(period_called("month") == Period::month);
  CHECK(period_called("months") == Period::month);
  CHECK(period_called("quarters") == Period::quarter);
  CHECK_FALSE(period_called("Month").has_value());
  CHECK_FALSE(period_called("decade").has_value());
  for (const auto& p : period_names) {
    CHECK(period_called(p.name) == p.period);
    CHECK(named(p.period).plural == p.plural);
  }
}

TEST_CASE("ten per cent a year is .797414 per cent a month") {
  // By hand: 1.1^(1/12) - 1.
  CHECK(growth_per(0.1, Period::year, Period::month) == Approx(0.00797414).epsilon(1e-6));
  CHECK(growth_per(0.01, Period::month, Period::year) == Approx(0.12682503));  // 1.01^12 - 1
}

TEST_CASE("a chance of two per cent a month is 21.5 per cent a year") {
  // By hand: 1 - .98^12 = .215283.
  CHECK(chance_per(0.02, Period::month, Period::year) == Approx(0.215283).epsilon(1e-5));
  CHECK(chance_per(0, Period::month, Period::year) == 0);
  CHECK(chance_per(1, Period::month, Period::year) == 1);
}

TEST_CASE("a rate that is converted there and back is the same") {
  for (const auto& to : period_names) {
    CHECK(growth_per(growth_per(0.07, Period::month, to.period), to.period, Period::month) == Approx(0.07));
    CHECK(chance_per(chance_per(0.07, Period::month, to.period), to.period, Period::month) ==
          Approx(0.07).epsilon(1e-6));
  }
}
