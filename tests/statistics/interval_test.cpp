// SPDX-License-Identifier: MIT
#include "sim/statistics/interval.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("the interval of what eight shifts measure is that of t with seven degrees of freedom") {
  const Between ends = interval_of({10, 2}, 0.9);  // t(.95, 7) = 1.894579
  CHECK(ends.from == Approx(10 - 3.789157));
  CHECK(ends.to == Approx(10 + 3.789157));
}

TEST_CASE("the interval of a share is that of its log-odds") {
  // By hand for .2 ± .04: margin 1.894579 · .04 / .16 = .473645 about ln .25 = −1.386294.
  const Between ends = interval_of_share({0.2, 0.04}, 0.9);
  CHECK(ends.from == Approx(1 / (1 + std::exp(1.386294 + 0.473645))).epsilon(1e-6));
  CHECK(ends.to == Approx(1 / (1 + std::exp(1.386294 - 0.473645))).epsilon(1e-6));
  CHECK(ends.to - 0.2 > 0.2 - ends.from);
}

TEST_CASE("the interval of a share stays within 0 and 1") {
  const Between half = interval_of_share({0.5, 0.01}, 0.9);
  CHECK(half.from == Approx(0.5 - 1.894579 * 0.01).epsilon(1e-4));
  CHECK(half.to == Approx(0.5 + 1.894579 * 0.01).epsilon(1e-4));
  for (const double p : {0.0, 0.001, 0.3, 0.999, 1.0}) {
    const Between ends = interval_of_share({p, 0.2}, 0.9);
    CHECK(ends.from >= 0);
    CHECK(ends.to <= 1);
    CHECK(ends.from <= p);
    CHECK(ends.to >= p);
  }
}
