// SPDX-License-Identifier: MIT
#include "models/advocacy/word_of_mouth.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("encouragement brings about a share of the recommendations that are otherwise only meant") {
  // By hand: of 0.5 meant 40 % are made anyway, and half of the rest with an encouragement of 50 %.
  CHECK(recommendations_made(0.5, 0.4, 0) == Approx(0.2));
  CHECK(recommendations_made(0.5, 0.4, 0.5) == Approx(0.35));
  CHECK(recommendations_made(0.5, 0.4, 1) == Approx(0.5));
  CHECK(recommendations_made(0, 0.4, 1) == 0);
}

TEST_CASE("a prospect comes by the first recommendation that wins him, and not to a brand he is warned of") {
  // By hand: hazards .3 · .2 = .06 and .3 · .1 = .03; 1 − e^−.09 = .0860688, two thirds of it for the first
  // brand, whose warnings keep 1 − e^−.5 = .393469 of these away.
  const Hearsay heard{{0.2, 0.1, 5}, {0.5, 0, 0}};
  const bool present[] = {true, true, false};
  const auto chances = chances_to_come(heard, 0.3, present);
  CHECK(chances[0] == Approx(0.0860688 * 2 / 3 * 0.606531).epsilon(1e-5));
  CHECK(chances[1] == Approx(0.0860688 / 3).epsilon(1e-5));
  CHECK(chances[2] == 0);
}

TEST_CASE("rare recommendations bring in their number times the chance, many no more than everybody") {
  const bool present[] = {true};
  CHECK(chances_to_come({{1e-9}, {0}}, 0.5, present)[0] == Approx(0.5e-9).epsilon(1e-8));
  CHECK(chances_to_come({{1e6}, {0}}, 0.5, present)[0] == 1);
  CHECK(chances_to_come({{0}, {3}}, 0.5, present)[0] == 0);
  CHECK(chances_to_come({{7}, {0}}, 0, present)[0] == 0);
}

TEST_CASE("the chances of at least so many are those of the Poisson distribution, to the last rare one") {
  // By hand for a mean of 1: 1 − e^−1, 1 − 2 e^−1, 1 − 2.5 e^−1.
  const auto one = chances_of_at_least(1);
  CHECK(one[0] == Approx(0.6321205588).epsilon(1e-9));
  CHECK(one[1] == Approx(0.2642411177).epsilon(1e-9));
  CHECK(one[2] == Approx(0.0803013971).epsilon(1e-9));
  CHECK(one.size() == 11);  // P(K ≥ 12) = 8.3e-10
  const auto rare = chances_of_at_least(1e-6);
  CHECK(rare[0] == Approx(1e-6 - 0.5e-12).epsilon(1e-12));
  CHECK(rare.size() == 1);
  CHECK(chances_of_at_least(0).empty());
  for (const double mean : {0.1, 3.0, 20.0}) {
    double sum = 0;  // of P(K ≥ k) is the mean
    for (const double chance : chances_of_at_least(mean)) sum += chance;
    CHECK(sum == Approx(mean).epsilon(1e-7));
  }
}
