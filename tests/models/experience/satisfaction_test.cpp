// SPDX-License-Identifier: MIT
#include "models/experience/satisfaction.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("an experience moves the memory by its weight") {
  CHECK(updated_memory(3.0, 5.0, 0.2) == Approx(3.4));  // 3 + .2 · 2
  CHECK(updated_memory(3.0, 5.0, 0.0) == 3.0);
  CHECK(updated_memory(3.0, 5.0, 1.0) == 5.0);
  CHECK(updated_memory(3.0, 3.0, 0.7) == 3.0);
}

TEST_CASE("an experience is half forgotten after 6.58 purchases at weight .1 and 1.94 at .3") {
  // By hand: ln ½ / ln .9 = 6.5788, ln ½ / ln .7 = 1.9434. What a purchase leaves of an old experience comes
  // from the equation itself.
  const auto half_life = [](double weight) {
    return std::log(0.5) / std::log(updated_memory(1.0, 0.0, weight));
  };
  CHECK(half_life(0.1) == Approx(6.58).margin(0.005));
  CHECK(half_life(0.3) == Approx(1.94).margin(0.005));
  double left = 1;
  for (int purchase = 1; purchase <= 7; ++purchase) {
    left = updated_memory(left, 0.0, 0.1);
    CHECK((left > 0.5) == (purchase < 6.58));
  }
}

TEST_CASE("the variance of a memory at rest is w / (2 - w) of that of an experience") {
  // By hand: .1 / 1.9 and .3 / 1.7.
  CHECK(std::pow(memory_spread(1, 0.1), 2) == Approx(0.052632).margin(5e-7));
  CHECK(std::pow(memory_spread(1, 0.3), 2) == Approx(0.176471).margin(5e-7));
  CHECK(memory_spread(0.8, 0.3) == Approx(0.8 * memory_spread(1, 0.3)));
  CHECK(memory_spread(0.8, 1) == 0.8);
  CHECK(memory_spread(0.8, 0) == 0);
}

TEST_CASE("the spread at rest is where the variance of an updated memory stops changing") {
  // After an experience of variance σ²: (1 - w)² v + w² σ². The factors are how far a memory moves for a
  // unit.
  for (const double w : {0.05, 0.2, 0.6, 1.0}) {
    const double kept = updated_memory(1.0, 0.0, w), taken = updated_memory(0.0, 1.0, w);
    const double rest = std::pow(memory_spread(0.8, w), 2);
    CHECK(kept * kept * rest + taken * taken * 0.64 == Approx(rest));
  }
}

TEST_CASE("the weight of an experience falls with purchases to its lasting value") {
  // By hand, first .5, lasting .2: .5, .25, then .1667 is below .2.
  CHECK(weight_of_experience(0.5, 0.2, 0.0) == 0.5);
  CHECK(weight_of_experience(0.5, 0.2, 1.0) == 0.25);
  CHECK(weight_of_experience(0.5, 0.2, 2.0) == 0.2);
  CHECK(weight_of_experience(0.5, 0.2, 1000.0) == 0.2);
  for (int n = 0; n < 20; ++n)
    CHECK(weight_of_experience(0.9, 0.1, n + 1.0) <= weight_of_experience(0.9, 0.1, static_cast<double>(n)));
}

TEST_CASE("with a first weight of one and no lasting weight memory is the mean of all experiences") {
  const double experiences[] = {4, 2, 5, 3, 1};
  double memory = 3, sum = 0;
  for (int n = 0; n < 5; ++n) {
    memory = updated_memory(memory, experiences[n], weight_of_experience(1.0, 0.0, static_cast<double>(n)));
    sum += experiences[n];
    CHECK(memory == Approx(sum / (n + 1)));
  }
}

TEST_CASE("satisfaction lies between the memory of the product and that of the service") {
  CHECK(satisfaction(5.0, 3.0, 0.25) == Approx(3.5));  // .25 · 5 + .75 · 3
  CHECK(satisfaction(5.0, 3.0, 0.0) == 3.0);
  CHECK(satisfaction(5.0, 3.0, 1.0) == 5.0);
}

TEST_CASE("between its two thresholds satisfaction adds nothing") {
  for (const double s : {3.0, 3.2, 4.0, 4.5}) CHECK(utility_of_satisfaction(s, 3.0, 4.5, 0.6, 0.2) == 0);
}

TEST_CASE("below and above its thresholds satisfaction has the slopes of disappointment and delight") {
  // By hand: -.6 · (3 - 2) and .2 · (5 - 4.5).
  CHECK(utility_of_satisfaction(2.0, 3.0, 4.5, 0.6, 0.2) == Approx(-0.6));
  CHECK(utility_of_satisfaction(1.0, 3.0, 4.5, 0.6, 0.2) == Approx(-1.2));
  CHECK(utility_of_satisfaction(5.0, 3.0, 4.5, 0.6, 0.2) == Approx(0.1));
  CHECK(utility_of_satisfaction(5.0, 3.0, 4.5, 0.6, 0.0) == 0);
}

TEST_CASE("more satisfaction never adds less utility") {
  int falls = 0;
  for (int i = 100; i < 500; ++i)
    falls += utility_of_satisfaction((i + 1) / 100.0, 3.0, 4.5, 0.6, 0.2) <
             utility_of_satisfaction(i / 100.0, 3.0, 4.5, 0.6, 0.2);
  CHECK(falls == 0);
}
