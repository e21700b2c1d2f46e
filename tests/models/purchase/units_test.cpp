// SPDX-License-Identifier: MIT
#include "models/purchase/units.hpp"

#include <numbers>

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

double units(double mean, double sigma, double z) {
  return lognormal_units(std::log2(mean) - sigma * sigma / 2 * log2_e, sigma * log2_e, z);
}

/// Mean over a standard normal z by the trapezoid rule, which is exact to rounding for such functions.
template <class F>
double over_normal(F of) {
  constexpr double reach = 16, step = 1.0 / 64;
  double sum = 0;
  for (double z = -reach; z <= reach; z += step) sum += of(z) * std::exp(-z * z / 2) * step;
  return sum / std::sqrt(2 * std::numbers::pi);
}

}  // namespace

TEST_CASE("the mean number of units is the customer's own, however they vary") {
  for (const double sigma : {0.0, 0.25, 0.5, 1.0, 2.0, 3.0})
    for (const double mean : {0.1, 1.0, 33.0})
      CHECK(over_normal([&](double z) { return units(mean, sigma, z); }) == Approx(mean).epsilon(1e-9));
}

TEST_CASE("the logarithm of the units has the standard deviation asked for") {
  const auto log_units = [](double z) { return std::log(units(5, 0.7, z)); };
  const double mean = over_normal(log_units);
  CHECK(mean == Approx(std::log(5) - 0.245));  // ln U - σ²/2
  CHECK(over_normal([&](double z) { return std::pow(log_units(z) - mean, 2); }) == Approx(0.49));
}

TEST_CASE("without variation a customer always buys his own number of units") {
  for (const double z : {-5.0, 0.0, 5.0}) CHECK(units(3, 0, z) == Approx(3));
}

TEST_CASE("better luck means more units") {
  for (double z = -5; z < 5; z += 0.5) CHECK(units(3, 0.5, z + 0.5) > units(3, 0.5, z));
}

TEST_CASE("units of the gamma-gamma model are a gamma number over the customer's own rate") {
  // By hand: G = 6, ν = 1.5 make 4; in logarithms log₂ 6 − log₂ 1.5 = 2.
  CHECK(gamma_gamma_units(-std::log2(1.5), std::log2(6.0)) == Approx(4));
  CHECK(gamma_gamma_units(0.0, 0.0) == Approx(1));
}

TEST_CASE("a customer's units of the gamma-gamma model have mean p / ν and variance p / ν²") {
  // p = 2: G is the sum of two exponential numbers, here each at the middle of 1,000 equal parts, which
  // misses about 3e-4 of their mean and 4e-3 of their variance, in the last part. ν = .5: by hand 2 / .5 = 4
  // and 2 / .25 = 8.
  constexpr int parts = 1000;
  const auto exponential = [](int i) { return -std::log1p(-(i + 0.5) / parts); };
  double mean = 0, square = 0;
  for (int i = 0; i < parts; ++i)
    for (int j = 0; j < parts; ++j) {
      const double units = gamma_gamma_units(-std::log2(0.5), std::log2(exponential(i) + exponential(j)));
      mean += units / parts / parts;
      square += units * units / parts / parts;
    }
  CHECK(mean == Approx(4).epsilon(1e-3));
  CHECK(square - mean * mean == Approx(8).epsilon(1e-2));
}

TEST_CASE("who has the lower rate buys more at the same luck, and better luck means more units") {
  for (double level = -3; level < 3; level += 0.5)
    for (double gamma = -3; gamma < 3; gamma += 0.5) {
      CHECK(gamma_gamma_units(level + 0.5, gamma) > gamma_gamma_units(level, gamma));
      CHECK(gamma_gamma_units(level, gamma + 0.5) > gamma_gamma_units(level, gamma));
    }
}

TEST_CASE("an occasion earns units times margin less the cost of serving it") {
  CHECK(contribution(3.0, 2.10, 0.50) == Approx(5.80));   // 3 · 2.10 - .50
  CHECK(contribution(0.0, 2.10, 0.50) == Approx(-0.50));  // served in vain
  CHECK(contribution(3.0, -1.0, 0.0) == Approx(-3.0));    // sold below cost
}
