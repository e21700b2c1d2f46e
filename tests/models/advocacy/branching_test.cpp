// SPDX-License-Identifier: MIT
#include "models/advocacy/branching.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a family of customers has the mean and variance of the branching process") {
  CHECK(family_size(0.5) == Approx(2));
  CHECK(family_variance(0.5) == Approx(4));
  CHECK(family_size(0) == 1);
  CHECK(family_variance(0) == 0);
  // By the generations: 1 + μ + μ² + …
  double size = 0;
  for (int generation = 0; generation < 400; ++generation) size += std::pow(0.9, generation);
  CHECK(family_size(0.9) == Approx(size).epsilon(1e-9));
}

TEST_CASE("the branching factor is what a customer recommends in his life times what each of these brings") {
  CHECK(branching_factor(0.2, 0.6, 0.1, 25) == Approx(0.3));
}
