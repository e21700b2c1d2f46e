// SPDX-License-Identifier: MIT
#include "models/value/hypergeometric.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("Gauss's series gives the elementary functions that are among its cases") {
  for (const double z : {0.0, 0.1, 0.5, 0.9, 0.999}) {
    CAPTURE(z);
    CHECK(hypergeometric(.7, 2, 2, z) == Approx(std::pow(1 - z, -.7)).epsilon(1e-12));
    if (z > 0) {
      CHECK(hypergeometric(1, 1, 2, z) == Approx(-std::log1p(-z) / z).epsilon(1e-12));
      CHECK(hypergeometric(.5, .5, 1.5, z * z) == Approx(std::asin(z) / z).epsilon(1e-12));
    }
  }
}
