// SPDX-License-Identifier: MIT
#include "models/departure/geometric.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("nobody leaves at rate nought and everybody at rate one") {
  for (const double u : {0.0, 0.3, 1 - 0x1p-24}) {
    CHECK_FALSE(departs(u, 0.0));
    CHECK(departs(u, 1.0));
  }
}

TEST_CASE("the part of people who leave is the rate") {
  // The middle of 10,000 equal parts of u.
  for (const double rate : {0.017, 0.2, 0.5}) {
    int leave = 0;
    for (int i = 0; i < 10000; ++i) leave += departs((i + 0.5) / 10000, rate);
    CHECK(leave / 10000.0 == Approx(rate));
  }
}

TEST_CASE("who leaves at a low rate leaves at a higher one too") {
  int stayed = 0;
  for (int i = 0; i < 1000; ++i)
    for (int r = 0; r < 100; ++r)
      stayed += departs(i / 1000.0, r / 100.0) && !departs(i / 1000.0, (r + 1) / 100.0);
  CHECK(stayed == 0);
}

TEST_CASE("the mean number of periods survived is (1 - h) / h") {
  // By hand at h = .2: .8 / .2 = 4. Those left after t periods are the part of u that stayed t times.
  const double h = 0.2;
  double alive = 1, survived = 0;
  for (int period = 1; period <= 400; ++period) {
    int stay = 0;
    for (int i = 0; i < 1000; ++i) stay += !departs((i + 0.5) / 1000, h);
    alive *= stay / 1000.0;
    survived += alive;
  }
  CHECK(survived == Approx(4));
}
