// SPDX-License-Identifier: MIT
#include "models/arrival/joining.hpp"

#include <vector>

#include "tests/support/catch.hpp"

namespace clientele {

TEST_CASE("of ten people as many join as the list says, and the rest never") {
  const std::vector<double> joined = {0.2, 0.2, 0.5, 0.9};
  std::vector<int> periods;
  for (int k = 0; k < 10; ++k) periods.push_back(joining_period(k, 10, joined));
  CHECK(periods == std::vector<int>{0, 0, 2, 2, 2, 3, 3, 3, 3, -1});
}

TEST_CASE("who joins when more join does so no later") {
  const std::vector<double> few = {0, 0.1, 0.3}, many = {0, 0.4, 0.6};
  for (int k = 0; k < 100; ++k) {
    const int early = joining_period(k, 100, many), late = joining_period(k, 100, few);
    CHECK((late < 0 || (early >= 0 && early <= late)));
  }
}

TEST_CASE("nobody joins where nobody comes, and all are there where all are") {
  CHECK(joining_period(0, 1, std::vector<double>{0, 0}) == -1);
  CHECK(joining_period(99, 100, std::vector<double>{1, 1}) == 0);
}

}  // namespace clientele
