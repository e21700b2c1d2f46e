// SPDX-License-Identifier: MIT
#include "sim/random/shifted_sobol.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/base/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

std::vector<std::string> many_names(int n) {
  std::vector<std::string> names;
  for (int k = 0; k < n; ++k) names.push_back("name " + std::to_string(k));
  return names;
}

/// Mean over the draws of a smooth function of five uniforms whose mean is 1.
double smooth_mean(const std::vector<double>& u) {
  double sum = 0;
  for (std::size_t r = 0; r < u.size() / 5; ++r) {
    double f = 1;
    for (int k = 0; k < 5; ++k) f *= 1 + (u[r * 5 + k] - 0.5) / (k + 1);
    sum += f;
  }
  return sum / (u.size() / 5.0);
}

}  // namespace

TEST_CASE("under each shift every name has one number in each of as many parts") {
  constexpr int points = 64, dimensions = 40;
  const auto u = shifted_sobol(points * shifts, many_names(dimensions), 1);
  for (int k = 0; k < dimensions; ++k)
    for (int shift = 0; shift < shifts; ++shift) {
      std::set<int> parts;
      for (int i = 0; i < points; ++i)
        parts.insert(static_cast<int>(u[(i * shifts + shift) * dimensions + k] * points));
      CHECK(parts.size() == points);
    }
}

TEST_CASE("shifted points of the first two names fill every rectangle of their area") {
  // The first two dimensions of a Sobol sequence are a (0, m, 2) net: of 64 points each rectangle of 2^-a by
  // 2^-(6 - a) has one. Nested scrambling keeps that (Owen 1995).
  const auto u = shifted_sobol(64 * shifts, {"a", "b"}, 7);
  for (int shift = 0; shift < shifts; ++shift)
    for (int a = 0; a <= 6; ++a) {
      std::set<int> filled;
      for (int i = 0; i < 64; ++i) {
        const double* x = &u[(i * shifts + shift) * 2];
        filled.insert(static_cast<int>(x[0] * (1 << a)) << 6 | static_cast<int>(x[1] * (64 >> a)));
      }
      CHECK(filled.size() == 64);
    }
}

TEST_CASE("more draws go on where fewer end") {
  const auto few = shifted_sobol(24, many_names(3), 5), many = shifted_sobol(1024, many_names(3), 5);
  CHECK(std::equal(few.begin(), few.end(), many.begin()));
}

TEST_CASE("a name added behind the others disturbs none of them") {
  const auto before = shifted_sobol(64, {"churn", "price"}, 5);
  const auto after = shifted_sobol(64, {"churn", "price", "rival"}, 5);
  for (int r = 0; r < 64; ++r) {
    CHECK(before[r * 2] == after[r * 3]);
    CHECK(before[r * 2 + 1] == after[r * 3 + 1]);
  }
}

TEST_CASE("the random part hangs on name, seed and shift alone") {
  // Point 0 is the origin in every dimension, so the first eight draws show the shifts themselves.
  const auto u = shifted_sobol(8, {"a", "b"}, 5), swapped = shifted_sobol(8, {"b", "a"}, 5);
  std::set<double> all;
  for (int r = 0; r < 8; ++r) {
    CHECK(u[r * 2] == swapped[r * 2 + 1]);
    CHECK(u[r * 2 + 1] == swapped[r * 2]);
    all.insert({u[r * 2], u[r * 2 + 1]});
  }
  const auto other = shifted_sobol(8, {"a", "b"}, 6);
  all.insert(other.begin(), other.end());
  CHECK(all.size() == 32);
}

TEST_CASE("each number alone is uniform over seeds") {
  // Point 5 of dimension 2 under shift 3, over 4,000 seeds: 16 parts of 250 expected each, chi square with 15
  // degrees of freedom has its .9999 point at 44.3: a false alarm once in 10,000 seeds. Seeds fixed.
  int count[16] = {};
  for (std::uint64_t seed = 0; seed < 4000; ++seed)
    ++count[static_cast<int>(shifted_sobol(48, {"a", "b", "c"}, seed)[(5 * 8 + 3) * 3 + 2] * 16)];
  double chi_square = 0;
  for (const int n : count) chi_square += (n - 250) * (n - 250) / 250.0;
  CHECK(chi_square < 44.3);
}

TEST_CASE("a smooth mean has many times less error than with plain draws, and no bias") {
  // The function has variance Π(1 + 1 / (12 k²)) − 1 = .126, of a mean of 256 plain draws .126 / 256. Over
  // 300 seeds the mean of squares has a relative standard error of about √(2 / 300) = .08 (more if its tails
  // are heavy), so a gain of some 200 is far above 60.
  constexpr int seeds = 300;
  double squares = 0, sum = 0;
  for (int seed = 0; seed < seeds; ++seed) {
    const double off = smooth_mean(shifted_sobol(256, many_names(5), seed)) - 1;
    sum += off;
    squares += off * off;
  }
  double variance = 1;
  for (int k = 1; k <= 5; ++k) variance *= 1 + 1 / (12.0 * k * k);
  const double gain = (variance - 1) / 256 / (squares / seeds);
  CHECK(gain > 60);
  CHECK(std::abs(sum / seeds) < 4 * std::sqrt(squares / seeds / seeds));
}

TEST_CASE("no number is 0 or 1") {
  const auto u = shifted_sobol(8192, many_names(20), 3);
  CHECK(*std::min_element(u.begin(), u.end()) > 0);
  CHECK(*std::max_element(u.begin(), u.end()) < 1);
}

TEST_CASE("draws come in eights, and need a name") {
  CHECK_THROWS_AS(shifted_sobol(12, {"a"}, 1), BrokenContract);
  CHECK_THROWS_AS(shifted_sobol(0, {"a"}, 1), BrokenContract);
  CHECK_THROWS_AS(shifted_sobol(8, {}, 1), BrokenContract);
}
