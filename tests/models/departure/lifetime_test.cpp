// SPDX-License-Identifier: MIT
#include "models/departure/lifetime.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

double time_at(double u, double rate) { return time_to_departure(std::log2(1 - u), rate); }
double survived_at(double u, double p) { return purchases_survived(std::log2(1 - u), std::log2(1 - p)); }

}  // namespace

TEST_CASE("half of the customers have left at the half-life, ln 2 over the rate") {
  // By hand: −ln(1 − .5) / .1 = .693147 / .1 = 6.93147 periods; at a rate of 2, .346574.
  CHECK(time_at(0.5, 0.1) == Approx(6.931472).epsilon(1e-6));
  CHECK(time_at(0.5, 2.0) == Approx(0.346574).epsilon(1e-5));
}

TEST_CASE("the mean time until a customer leaves is one over the rate, and its variance the square of that") {
  // The middle of a million equal parts of u; what is cut off above the last is below 2e-5 of the variance.
  constexpr int parts = 1000000;
  for (const double rate : {0.05, 0.6, 4.0}) {
    double mean = 0, square = 0;
    for (int i = 0; i < parts; ++i) {
      const double t = time_at((i + 0.5) / parts, rate);
      mean += t / parts;
      square += t * t / parts;
    }
    CHECK(mean == Approx(1 / rate).epsilon(1e-5));
    CHECK(square - mean * mean == Approx(1 / (rate * rate)).epsilon(1e-4));
  }
}

TEST_CASE("the part that stays a whole period is e to the minus rate, as if a chance were asked once") {
  // By hand: 1 − e^−.2 = .181269 leave within the period.
  int leave = 0;
  for (int i = 0; i < 100000; ++i) leave += time_at((i + 0.5) / 100000, 0.2) < 1;
  CHECK(leave / 100000.0 == Approx(0.181269).margin(2e-5));
}

TEST_CASE("a lifetime is never negative, and nobody leaves sooner at a lower rate or with better luck") {
  int wrong = 0;
  for (int i = 0; i < 1000; ++i)
    for (int r = 1; r < 100; ++r) {
      const double t = time_at(i / 1000.0, r / 10.0);
      wrong += t < 0 || time_at(i / 1000.0, (r + 1) / 10.0) > t || time_at((i + 0.5) / 1000.0, r / 10.0) < t;
    }
  CHECK(wrong == 0);
}

TEST_CASE("a customer survives so many purchases as a geometric number says") {
  // By hand at p = .2: ln(1 − .5) / ln(.8) = 3.106: he survives three and leaves after the fourth.
  CHECK(survived_at(0.5, 0.2) == Approx(3.106284).epsilon(1e-6));
  // P(g ≥ k) = .8^k: the part of 100,000 u, whose middles are exact to one of them.
  for (const int k : {1, 2, 5, 10}) {
    int survive = 0;
    for (int i = 0; i < 100000; ++i) survive += survived_at((i + 0.5) / 100000, 0.2) >= k;
    CHECK(survive / 100000.0 == Approx(std::pow(0.8, k)).margin(1e-5));
  }
}

TEST_CASE("the mean number of purchases survived is (1 − p) / p") {
  // By hand: .8 / .2 = 4; .3 / .7 = .428571.
  for (const double p : {0.2, 0.7}) {
    double mean = 0;
    for (int i = 0; i < 1000000; ++i) mean += std::floor(survived_at((i + 0.5) / 1e6, p)) / 1e6;
    CHECK(mean == Approx((1 - p) / p).epsilon(1e-4));
  }
}

TEST_CASE("with hardly any chance to leave all purchases are survived, and with certainty none") {
  CHECK(survived_at(0.5, 1e-12) > 1e11);
  CHECK(purchases_survived(std::log2(1 - 0.999), -100.0) <
        1);  // the engine's log2 of a chance to stay of nought
  CHECK(purchases_survived(0.0, -100.0) == 0);
}

TEST_CASE("nobody survives more purchases at a higher chance to leave") {
  int wrong = 0;
  for (int i = 0; i < 1000; ++i)
    for (int p = 1; p < 99; ++p)
      wrong += survived_at(i / 1000.0, (p + 1) / 100.0) > survived_at(i / 1000.0, p / 100.0);
  CHECK(wrong == 0);
}
