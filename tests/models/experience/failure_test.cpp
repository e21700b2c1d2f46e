// SPDX-License-Identifier: MIT
#include "models/experience/failure.hpp"

#include <cmath>
#include "models/experience/failure_moments.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("a failure leaves its own rating, and an answer makes good its part of the fall") {
  CHECK(experience_with_failure(4.0, 0.0, 1.5) == 4.0);
  CHECK(experience_with_failure(4.0, 1.0, 1.5) == 1.5);
  CHECK(experience_with_failure(4.0, 1 - 0.7, 1.5) == Approx(3.25));  // 4 − .3 · 2.5
  CHECK(experience_with_failure(4.0, 1 - 1.2, 1.5) == Approx(4.5));   // the paradox: 4 + .2 · 2.5
}

TEST_CASE("a failure never improves an experience that was worse than it") {
  CHECK(experience_with_failure(1.0, 1.0, 1.5) == 1.0);
  for (double harm = 0; harm <= 1; harm += 0.25)
    for (double without = 0; without < 5; without += 0.5)
      CHECK(experience_with_failure(without, harm, 1.5) <= without);
}

TEST_CASE("without failure experiences have the mean and spread of the service") {
  const MeanAndSpread x = experience_at(3.7, 0.8, {.voice = 0.4, .response = 0.5, .rating = 1.5});
  CHECK(x.mean == 3.7);
  CHECK(x.spread == 0.8);
}

TEST_CASE("so they have where all failures are answered and made good") {
  const MeanAndSpread x =
      experience_at(3.7, 0.8, {.failure = 0.3, .voice = 1, .response = 1, .recovery = 1, .rating = 1.5});
  CHECK(x.mean == Approx(3.7).epsilon(1e-14));
  CHECK(x.spread == Approx(0.8).epsilon(1e-14));
}

TEST_CASE("without chance in the service mean and spread are those of two or three values") {
  // By hand: 4 · .92 + 1.5 · .08, since a fifth of the failures (.4 · .5) leave no trace; .08 · .92 · 2.5².
  const MeanAndSpread x =
      experience_at(4, 0, {.failure = 0.1, .voice = 0.4, .response = 0.5, .recovery = 1, .rating = 1.5});
  CHECK(x.mean == Approx(3.8));
  CHECK(x.spread == Approx(std::sqrt(0.08 * 0.92) * 2.5));
  // With half a recovery: 4 at .90, 1.5 at .08, 2.75 at .02: mean 3.775, mean square 14.73125.
  const MeanAndSpread half =
      experience_at(4, 0, {.failure = 0.1, .voice = 0.4, .response = 0.5, .recovery = 0.5, .rating = 1.5});
  CHECK(half.mean == Approx(3.775));
  CHECK(half.spread == Approx(std::sqrt(14.73125 - 3.775 * 3.775)));
  CHECK(experience_at(1, 0, {.failure = 0.5, .rating = 1.5}).mean == 1);
}

TEST_CASE("with chance they are those of a normal number that failures cut off") {
  // Always failing at the very rating of the service: min(Z, 0) has mean −1/√(2π) and variance ½ − 1/(2π).
  const MeanAndSpread x = experience_at(3, 0.8, {.failure = 1, .rating = 3});
  CHECK(x.mean == Approx(3 - 0.8 * 0.3989422804));
  CHECK(x.spread == Approx(0.8 * std::sqrt(0.5 - 0.1591549431)));
  // Ten standard deviations above a failure: .9 N(4, .3²) and .1 at 1: 3.7 and .9 · .09 + .09 · 9.
  const MeanAndSpread far = experience_at(4, 0.3, {.failure = 0.1, .rating = 1});
  CHECK(far.mean == Approx(3.7));
  CHECK(far.spread == Approx(std::sqrt(0.9 * 0.09 + 0.09 * 9)));
}

TEST_CASE("more failures lower the mean, more and better answers raise it") {
  const FailureChances usual{.failure = 0.1, .voice = 0.4, .response = 0.5, .recovery = 0.7, .rating = 1.5};
  const auto mean = [](FailureChances chances, double FailureChances::*which, double at) {
    chances.*which = at;
    return experience_at(3.7, 0.8, chances).mean;
  };
  for (double at = 0; at < 1; at += 0.125) {
    CHECK(mean(usual, &FailureChances::failure, at + 0.125) < mean(usual, &FailureChances::failure, at));
    for (const auto better : {&FailureChances::voice, &FailureChances::response, &FailureChances::recovery})
      CHECK(mean(usual, better, at + 0.125) > mean(usual, better, at));
  }
}

TEST_CASE("causes of failures stay as they are at today's response, whatever is learned") {
  for (const double learning : {0.0, 0.3, 1.0})
    for (const double response : {0.0, 0.4, 1.0})
      CHECK(causes_left(1, learning, 0.5, response, response) == 1);
}

TEST_CASE("at another response they come to rest where as many end as come") {
  // By hand: ℓ v = .2; .2 of complaints are answered today, .8 from now on: rest .25, factor 1 − .16 = .84.
  double left = 1, slower = 1, none = 1;
  for (int period = 1; period <= 10; ++period) {
    left = causes_left(left, 0.4, 0.5, 0.8, 0.2);
    slower = causes_left(slower, 0.2, 0.5, 0.8, 0.2);
    none = causes_left(none, 0, 0.5, 0.8, 0.2);
    CHECK(left == Approx(0.25 + 0.75 * std::pow(0.84, period)));
    CHECK(slower > left);
    CHECK(none == 1);
  }
  CHECK(causes_left(1, 0.4, 0.5, 0.1, 0.2) > 1);  // who answers less than today sees more fail
  CHECK(causes_left(0.1, 1, 1, 1, 0) == 0);
}
