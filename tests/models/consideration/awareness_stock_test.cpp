// SPDX-License-Identifier: MIT
#include "models/consideration/awareness_stock.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

// By hand: A = .6 and δ = .1 lose .06 a period; of the other .4 that is f = .15, so e m a = −ln .85.

TEST_CASE("effectiveness is found so that today's advertising holds today's awareness") {
  const auto e = effectiveness_holding(0.6, 0.1, 1, 200000);
  REQUIRE(e);
  CHECK(*e == Approx(8.125946e-7).epsilon(1e-6));
  CHECK(reach_of_advertising(*e, 1, 200000) == Approx(0.15));
  CHECK(next_awareness(0.6, 0.1, reach_of_advertising(*e, 1, 200000)) == Approx(0.6).epsilon(1e-15));
  CHECK(*effectiveness_holding(0.6, 0.1, 0.5, 200000) == Approx(2 * *e));
}

TEST_CASE("twice the advertising reaches fewer than twice as many, and holds less than twice the awareness") {
  const double e = *effectiveness_holding(0.6, 0.1, 1, 200000), f = reach_of_advertising(e, 1, 400000);
  CHECK(f == Approx(1 - 0.85 * 0.85));
  CHECK(next_awareness(0.6, 0.1, f) == Approx(0.651));
  CHECK(awareness_held(f, 0.1) == Approx(0.2775 / 0.3775));
  double awareness = 0.6;
  for (int period = 0; period < 200; ++period) awareness = next_awareness(awareness, 0.1, f);
  CHECK(awareness == Approx(awareness_held(f, 0.1)));
}

TEST_CASE("without advertising half is forgotten in ln ½ / ln(1 − decay) periods") {
  // δ = 1 − 2^(−1/6): six periods.
  const double decay = 1 - std::exp2(-1.0 / 6);
  double awareness = 0.8;
  for (int period = 0; period < 6; ++period) awareness = next_awareness(awareness, decay, 0);
  CHECK(awareness == Approx(0.4));
}

TEST_CASE("awareness rises with advertising and consistency, from none to all at the most") {
  double before = -1;
  for (const double advertising : {0.0, 1e4, 1e5, 1e6, 1e9}) {
    const double f = reach_of_advertising(1e-6, 0.8, advertising);
    CHECK(f > before);
    CHECK(f <= 1);
    CHECK(next_awareness(0.5, 0.1, f) <= 1);
    CHECK(reach_of_advertising(1e-6, 0.9, advertising) >= f);
    before = f;
  }
  CHECK(reach_of_advertising(1e-6, 0.8, 0) == 0);
  CHECK(reach_of_advertising(1e-6, 0, 1e6) == 0);
}

TEST_CASE("more awareness than reaching everybody each period would hold is held by nothing") {
  CHECK(effectiveness_holding(0.9, 0.1, 1, 1));
  CHECK_FALSE(effectiveness_holding(1 / 1.1 + 1e-9, 0.1, 1, 1));
  CHECK_FALSE(effectiveness_holding(0.5, 0.1, 1, 0));
  CHECK_FALSE(effectiveness_holding(0.5, 0.1, 0, 1));
}
