// SPDX-License-Identifier: MIT
#include "sim/scenario/draws.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

namespace clientele {
namespace {

Assumption uniform(const std::string& path) {
  Assumption assumption;
  assumption.path = path;
  assumption.law = {.family = Law::Family::uniform, .low = 0, .high = 1};
  return assumption;
}

double mean_over(const std::vector<double>& values) {
  double sum = 0;
  for (const double x : values) sum += x;
  return sum / static_cast<double>(values.size());
}

std::vector<double> column(const std::vector<std::vector<Drawn>>& draws, std::size_t k) {
  std::vector<double> values;
  for (const auto& draw : draws) values.push_back(draw.front().values[k]);
  return values;
}

double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const double mx = mean_over(x), my = mean_over(y);
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mx) * (y[i] - my);
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
  }
  return xy / std::sqrt(xx * yy);
}

}  // namespace

TEST_CASE("where all is known there is one draw") {
  const auto draws = draws_of({}, 256, 3, 1, Period::month);
  REQUIRE(draws.size() == 1);
  CHECK(draws.front().size() == 3);
}

TEST_CASE("scenarios that change the same share the luck of it, and others do not") {
  Unknowns unknowns;
  unknowns.assumptions = {uniform("a"), uniform("b"), uniform("a")};
  unknowns.assumptions[2].law.high = 3;
  const auto draws = draws_of(unknowns, 64, 1, 1, Period::month);
  const auto a = column(draws, 0), b = column(draws, 1), wider = column(draws, 2);
  for (std::size_t r = 0; r < a.size(); ++r) CHECK(wider[r] == Approx(3 * a[r]));
  CHECK(std::abs(correlation(a, b)) < 0.25);  // 2 standard errors of independent ones
  CHECK(mean_over(a) == Approx(0.5).margin(0.02));
}

TEST_CASE("more draws of what is not known go on where fewer end") {
  Unknowns unknowns;
  unknowns.assumptions = {uniform("a"), uniform("b")};
  const auto few = draws_of(unknowns, 16, 1, 5, Period::month),
             many = draws_of(unknowns, 64, 1, 5, Period::month);
  for (std::size_t r = 0; r < few.size(); ++r) CHECK(few[r][0].values == many[r][0].values);
}

TEST_CASE("correlated assumptions move together and stay uniform") {
  Unknowns unknowns;
  unknowns.assumptions = {uniform("a"), uniform("b"), uniform("c")};
  unknowns.correlations = {{"a", "b", 0.8}};
  const auto draws = draws_of(unknowns, 2048, 1, 1, Period::month);
  const auto a = column(draws, 0), b = column(draws, 1), c = column(draws, 2);
  // Of uniform numbers behind normal ones with correlation r: 6/π asin(r/2) = .7859.
  CHECK(correlation(a, b) == Approx(6 / 3.14159265 * std::asin(0.4)).margin(0.01));
  CHECK(std::abs(correlation(a, c)) < 0.05);
  CHECK(mean_over(b) == Approx(0.5).margin(0.005));
}

TEST_CASE("an event happens as often as it is likely, over draws and over replications") {
  Unknowns unknowns;
  unknowns.events = {"brands.x.enters"};
  const auto draws = draws_of(unknowns, 256, 4, 1, Period::month);
  double first = 0, all = 0;
  for (const auto& draw : draws)
    for (const Drawn& drawn : draw) {
      CHECK((drawn.luck[0] >= 0 && drawn.luck[0] < 1));
      all += drawn.luck[0] < 0.3 ? 1.0 / 1024 : 0;
      first += &drawn == &draw.front() && drawn.luck[0] < 0.3 ? 1.0 / 256 : 0;
    }
  CHECK(first == Approx(0.3).margin(0.01));
  CHECK(all == Approx(0.3).margin(0.01));
  CHECK(draws[0][0].luck[0] != draws[0][1].luck[0]);
}

TEST_CASE("each row of joint draws comes about equally often") {
  Unknowns unknowns;
  unknowns.joint = JointDraws{"posterior.csv", {"a"}, {{1}, {2}, {3}, {4}, {5}}, {{"a"}}};
  std::vector<int> count(5);
  for (const auto& draw : draws_of(unknowns, 1000, 1, 1, Period::month)) ++count[*draw.front().row];
  for (const int times : count) CHECK(std::abs(times - 200) < 20);
}

}  // namespace clientele
