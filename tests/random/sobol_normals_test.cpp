// SPDX-License-Identifier: MIT
#include "sim/random/sobol_normals.hpp"

#include <cmath>

#include "sim/base/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("the first points are those of the Sobol sequence as normal numbers") {
  // Joe & Kuo (2008), first two dimensions, points 1 to 4: (½, ½) (¾, ¼) (¼, ¾) (⅜, ⅜); the normal quantiles
  // of ¾ and ⅜ are .674490 and -.318639.
  const auto z = sobol_normals(4, 2);
  REQUIRE(z.size() == 8);
  const double expected[] = {0, 0, 0.674490, -0.674490, -0.674490, 0.674490, -0.318639, -0.318639};
  for (std::size_t i = 0; i < 8; ++i) CHECK(z[i] == Approx(expected[i]).margin(1e-6));
}

TEST_CASE("points have the mean and the variance of a standard normal in every dimension") {
  // No chance is involved. The 4,095 points after the origin have one in each of as many parts of every
  // dimension; what is missing is the lowest part, about z = -3.7: the mean is off by 3.7 / 4095 = .0009, the
  // variance by the 2 · 4.4 / 4096 beyond the outermost points and 3.7² / 4095, below .006.
  constexpr int points = 4095, dimensions = 40;
  const auto z = sobol_normals(points, dimensions);
  for (int k = 0; k < dimensions; ++k) {
    double mean = 0, variance = 0;
    for (int i = 0; i < points; ++i) mean += z[i * dimensions + k] / points;
    for (int i = 0; i < points; ++i) variance += std::pow(z[i * dimensions + k] - mean, 2) / points;
    CHECK(std::abs(mean) < 0.0015);
    CHECK(variance == Approx(1).margin(0.008));
  }
}

TEST_CASE("dimensions are not correlated") {
  // Not a matter of chance either: low dimensions of a Sobol sequence fill the plane evenly. Independent
  // points would have a standard error of 1 / √4095 = .0156.
  constexpr int points = 4095, dimensions = 8;
  const auto z = sobol_normals(points, dimensions);
  for (int k = 1; k < dimensions; ++k)
    for (int other = 0; other < k; ++other) {
      double correlation = 0;
      for (int i = 0; i < points; ++i)
        correlation += z[i * dimensions + k] * z[i * dimensions + other] / points;
      CHECK(std::abs(correlation) < 0.02);
    }
}

TEST_CASE("more points begin with the same points and none is infinite") {
  const auto few = sobol_normals(10, 3), many = sobol_normals(5000, 3);
  for (std::size_t i = 0; i < few.size(); ++i) CHECK(few[i] == many[i]);
  int infinite = 0;
  for (const double z : many) infinite += !std::isfinite(z);
  CHECK(infinite == 0);
}

TEST_CASE("points need at least one dimension and no more than the table has") {
  CHECK_THROWS_AS(sobol_normals(0, 1), BrokenContract);
  CHECK_THROWS_AS(sobol_normals(1, 0), BrokenContract);
  CHECK_THROWS_AS(sobol_normals(1, 3668), BrokenContract);
  CHECK(sobol_normals(1, 3667).size() == 3667);
}
