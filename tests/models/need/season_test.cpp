// SPDX-License-Identifier: MIT
#include "models/need/season.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("twelve factors are one a month, from the month of the year in which it starts") {
  CHECK(factor_of_season(1, 1, 12, 12) == 0);
  CHECK(factor_of_season(12, 1, 12, 12) == 11);
  CHECK(factor_of_season(13, 1, 12, 12) == 0);
  CHECK(factor_of_season(1, 9, 12, 12) == 8);
  CHECK(factor_of_season(5, 9, 12, 12) == 0);
}

TEST_CASE("fewer factors are each of an equal part of the year") {
  for (int month = 1; month <= 12; ++month) CHECK(factor_of_season(month, 1, 12, 4) == (month - 1u) / 3);
  CHECK(factor_of_season(52, 1, 52, 12) == 11);
  CHECK(factor_of_season(7, 1, 12, 1) == 0);
}

TEST_CASE("a chance in its season is never above one") {
  CHECK(seasonal_chance(0.4, 1.5) == Approx(0.6));
  CHECK(seasonal_chance(0.8, 1.5) == 1);
  CHECK(seasonal_chance(0.8, 0.0) == 0);
}
