// SPDX-License-Identifier: MIT
#include "models/arrival/channel.hpp"

#include <array>
#include <vector>

#include "tests/support/catch.hpp"

using namespace clientele;

// By hand: κ = .4, k = .1; at 10 a person 1 − e^−1 = .632121 of the ceiling comes, and one more unit brings
// .4 · .1 · e^−1 = .0147152, so that the next newcomer costs 67.9570 and one on average 39.5494.
constexpr ChannelResponse post{.4, .1};

TEST_CASE("the chance by a channel and what the next newcomer costs are those worked out by hand") {
  CHECK(chance_by_channel(post, 10) == Approx(.2528482235));
  CHECK(10 / chance_by_channel(post, 10) == Approx(39.54941768));
  CHECK(1 / chance_gained(post, 10) == Approx(67.95704571));
  CHECK(chance_by_channel(post, std::log(2) / .1) == Approx(.2));
}

TEST_CASE("what the next newcomer costs is the slope of the chance") {
  for (const double s : {0.0, 1.0, 5.0, 20.0, 60.0}) {
    const double h = 1e-5,
                 slope = (chance_by_channel(post, s + h) - chance_by_channel(post, s - h)) / (2 * h);
    CHECK(chance_gained(post, s) == Approx(slope).epsilon(1e-7));
  }
}

TEST_CASE("more money brings more people, fewer for each unit, and never more than the ceiling") {
  double chance = 0, marginal = 0;
  for (const double s : {1e-6, 1.0, 3.0, 10.0, 30.0, 100.0}) {
    const double p = chance_by_channel(post, s), next = 1 / chance_gained(post, s);
    CHECK(p > chance);
    CHECK(p < .4);
    CHECK(next > marginal);
    CHECK(next >= s / p);
    chance = p, marginal = next;
  }
  CHECK(chance_by_channel(post, 0) == 0);
  CHECK(1e-6 / chance_by_channel(post, 1e-6) == Approx(25));  // 1 / (κ k)
  CHECK(chance_by_channel(post, 1e9) == .4);
}

TEST_CASE("at the best spending the next newcomer costs what he is worth, and any other earns less") {
  const double value = 100, best = best_spent(post, value);
  CHECK(best == Approx(std::log(4) / .1));
  CHECK(1 / chance_gained(post, best) == Approx(value));
  const auto earns = [&](double s) { return chance_by_channel(post, s) * value - s; };
  for (const double other : {.5, .8, .99, 1.01, 1.2, 2.0}) CHECK(earns(other * best) < earns(best));
  CHECK(best_spent(post, 24.9) == 0);
  CHECK(best_spent(post, 20) == 0);
}

TEST_CASE("channels combine as if each asked everybody of its own accord") {
  CHECK(combined_chance(std::array{.2, .5}) == Approx(.6));
  CHECK(combined_chance(std::array{.2, .5, 1.0}) == 1);
  CHECK(combined_chance(std::span<const double>()) == 0);
}

TEST_CASE("people in a row fall to the ways in proportion, to within a few of them") {
  // The discrepancy of n points of the golden section is below about ln n; 4 holds for all n here.
  const std::vector<double> weights = {.1, 0, .3, .6};
  for (const int first : {0, 17, 1000, 100000}) {
    std::vector<int> count(4);
    for (int k = first; k < first + 2000; ++k) {
      ++count[way_at(place_among_ways(k), weights)];
      const int n = k - first + 1;
      for (int way = 0; way < 4; ++way) CHECK(std::abs(count[way] - weights[way] * n) < 4);
    }
    CHECK(count[1] == 0);
  }
}

TEST_CASE("a place falls to a way that has weight, even at the ends") {
  const std::vector<double> weights = {0, .5, 0};
  CHECK(way_at(0, weights) == 1);
  CHECK(way_at(std::nextafter(1.0, 0.0), weights) == 1);
}
