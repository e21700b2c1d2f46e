// SPDX-License-Identifier: MIT
#include "models/departure/satisfaction_shift.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

/// The chance to leave at a satisfaction so many points from the reference.
double shifted(double rate, double effect, double points) {
  return shifted_departure(rate, points * effect * log2_e);
}

}  // namespace

TEST_CASE("at the reference satisfaction the chance to leave is as given") {
  for (const double rate : {0.0, 0.02, 0.5, 1.0}) CHECK(shifted(rate, 0.8, 0) == Approx(rate));
}

TEST_CASE("without an effect satisfaction moves no chance to leave") {
  for (const double points : {-2.0, 0.7, 2.0}) CHECK(shifted(0.1, 0, points) == Approx(0.1));
}

TEST_CASE("a point of satisfaction divides the odds to leave by e to the effect") {
  // By hand, effect ln 2: odds of .2 are 1 : 4. A point more: 1 : 8, .111111; a point less: 1 : 2, .333333;
  // two less: 1 : 1.
  const double effect = std::log(2);
  CHECK(shifted(0.2, effect, 1) == Approx(1.0 / 9));
  CHECK(shifted(0.2, effect, -1) == Approx(1.0 / 3));
  CHECK(shifted(0.2, effect, -2) == Approx(0.5));
}

TEST_CASE("the log-odds move by the effect, wherever they are") {
  const auto logit = [](double p) { return std::log(p / (1 - p)); };
  for (const double rate : {0.001, 0.2, 0.9})
    for (const double points : {-2.0, -0.5, 1.5})
      CHECK(logit(shifted(rate, 0.6, points)) == Approx(logit(rate) - 0.6 * points));
}

TEST_CASE("who never leaves and who surely leaves do so at any satisfaction") {
  for (const double points : {-4.0, 4.0}) {  // effect 20, the largest
    CHECK(shifted(0.0, 20, points) == 0);
    CHECK(shifted(1.0, 20, points) == 1);
  }
}

TEST_CASE("more satisfaction never means a higher chance to leave, and a chance stays one") {
  int wrong = 0;
  for (int r = 0; r <= 100; ++r)
    for (int k = -40; k < 40; ++k) {
      const double less = shifted(r / 100.0, 1.5, k / 10.0), more = shifted(r / 100.0, 1.5, (k + 1) / 10.0);
      wrong += more > less || less < 0 || less > 1;
    }
  CHECK(wrong == 0);
}

TEST_CASE("of two independent reasons to leave either suffices") {
  CHECK(either_departure(0.2, 0.1) == Approx(0.28));  // 1 − .8 · .9
  CHECK(either_departure(0.1, 0.2) == Approx(0.28));
  CHECK(either_departure(0.2, 0.0) == Approx(0.2));
  CHECK(either_departure(0.0, 0.2) == Approx(0.2));
  CHECK(either_departure(1.0, 0.3) == Approx(1));
  CHECK(either_departure(0.3, 1.0) == Approx(1));
}

TEST_CASE("a second reason to leave never makes the chance smaller than either alone") {
  int wrong = 0;
  for (int a = 0; a <= 100; ++a)
    for (int b = 0; b <= 100; ++b) {
      const double both = either_departure(a / 100.0, b / 100.0);
      wrong += both < a / 100.0 - 1e-15 || both < b / 100.0 - 1e-15 || both > 1 + 1e-15;
    }
  CHECK(wrong == 0);
}
