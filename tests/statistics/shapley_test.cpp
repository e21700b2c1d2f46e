// SPDX-License-Identifier: MIT
#include "sim/statistics/shapley.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <set>

#include "sim/base/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

bool holds(Coalition c, int cause) { return c >> cause & 1; }

ShapleyParts shared(int causes, const std::function<double(Coalition)>& v, int most = 256) {
  return shapley_parts(shapley_plan(causes, most), [&](Coalition c) { return std::vector{v(c)}; });
}

/// Runways that cost what the largest plane among the members needs.
double runway(const std::vector<double>& costs, Coalition c) {
  double most = 0;
  for (std::size_t i = 0; i < costs.size(); ++i)
    if (holds(c, static_cast<int>(i))) most = std::max(most, costs[i]);
  return most;
}

/// Shares of the airport game, costs rising: Σ_{k ≤ i} (c_k − c_{k−1}) / (n − k + 1) (Littlechild & Owen
/// 1973).
std::vector<double> runway_shares(const std::vector<double>& costs) {
  std::vector<double> shares;
  double sum = 0, before = 0;
  for (std::size_t k = 0; k < costs.size(); ++k) {
    sum += (costs[k] - before) / static_cast<double>(costs.size() - k);
    before = costs[k];
    shares.push_back(sum);
  }
  return shares;
}

double sum_of(const ShapleyParts& parts, std::size_t i = 0) {
  double sum = 0;
  for (const auto& part : parts.part) sum += part[i];
  return sum;
}

}  // namespace

TEST_CASE("a pair of gloves is worth most to who has the rare one") {
  // Two left gloves and a right one, a pair is worth 1: 1/6, 1/6, 4/6.
  const auto parts = shared(3, [](Coalition c) { return holds(c, 2) && (c & 3) ? 1.0 : 0.0; });
  CHECK(parts.part[0][0] == Approx(1 / 6.0));
  CHECK(parts.part[1][0] == Approx(1 / 6.0));
  CHECK(parts.part[2][0] == Approx(4 / 6.0));
  CHECK(parts.order_error[2][0] == 0);
}

TEST_CASE("who needs a longer runway pays for what only he and longer ones need") {
  const std::vector<double> costs = {8, 11, 17, 18};
  const auto parts = shared(4, [&](Coalition c) { return runway(costs, c); });
  const double expected[] = {2, 3, 6, 7};  // 8/4; + 3/3; + 6/2; + 1
  for (int i = 0; i < 4; ++i) CHECK(parts.part[i][0] == Approx(expected[i]));
}

TEST_CASE("a cause without effect has no part, equal causes have equal parts, and one alone has all") {
  // Cause 2 does nothing; 0 and 1 do the same and strengthen each other.
  const auto v = [](Coalition c) { return std::pow(holds(c, 0) + holds(c, 1), 2) + 5; };
  const auto parts = shared(3, v);
  CHECK(parts.part[2][0] == 0);
  CHECK(parts.part[0][0] == Approx(parts.part[1][0]));
  CHECK(sum_of(parts) == Approx(4));
  CHECK(shared(1, [](Coalition c) { return c ? 7.0 : 3.0; }).part[0][0] == Approx(4));
}

TEST_CASE("parts of a sum of games are the sums of their parts") {
  const std::vector<double> costs = {1, 2, 4, 8, 16, 32, 33, 50};
  const auto one = [&](Coalition c) { return runway(costs, c); };
  const auto other = [](Coalition c) { return std::pow(std::popcount(c), 3) - (holds(c, 3) ? 40 : 0); };
  const auto parts = shapley_parts(shapley_plan(8), [&](Coalition c) {
    return std::vector{one(c), other(c), 2 * one(c) - other(c)};
  });
  for (const auto& part : parts.part) CHECK(part[2] == Approx(2 * part[0] - part[1]));
  CHECK(sum_of(parts, 0) == Approx(50).epsilon(1e-13));
  CHECK(sum_of(parts, 1) == Approx(512 - 40).epsilon(1e-13));
}

TEST_CASE("each coalition is worked out once, none first and all last") {
  for (const int causes : {1, 5, 8, 12, 20}) {
    const auto plan = shapley_plan(causes, 300);
    const std::set<Coalition> once(plan.coalitions.begin(), plan.coalitions.end());
    CHECK(once.size() == plan.coalitions.size());
    CHECK(plan.coalitions.front() == 0);
    CHECK(plan.coalitions.back() == (Coalition{1} << causes) - 1);
    CHECK(plan.coalitions.size() <= 300);
    CHECK(plan.orders.empty() == (causes <= 8));
    std::size_t calls = 0;
    shapley_parts(plan, [&](Coalition) { return ++calls, std::vector{0.0}; });
    CHECK(calls == plan.coalitions.size());
  }
  CHECK(shapley_plan(30, 1).coalitions.size() == 60);  // one pair at least
  CHECK(shapley_plan(63, 1).coalitions.size() == 126);
}

TEST_CASE("drawn orders share all of the effect, near the exact parts, within the error they tell") {
  std::vector<double> costs;
  for (int i = 0; i < 12; ++i) costs.push_back((i + 1) * (i + 2));
  const auto parts = shared(
      12, [&](Coalition c) { return runway(costs, c); }, 1024);
  const auto exact = runway_shares(costs);
  CHECK(sum_of(parts) == Approx(costs.back()).epsilon(1e-13));
  int outside = 0;
  for (int i = 0; i < 12; ++i)
    outside += std::abs(parts.part[i][0] - exact[i]) > 2.5 * parts.order_error[i][0];
  CHECK(outside <= 1);  // 12 parts, each outside with a chance near .015
  CHECK(parts.order_error[11][0] > 0);
  CHECK(parts.order_error[11][0] < 0.1 * exact[11]);
}

TEST_CASE("more coalitions bring drawn orders nearer") {
  std::vector<double> costs;
  for (int i = 0; i < 12; ++i) costs.push_back((i + 1) * (i + 2));
  const auto exact = runway_shares(costs);
  double before = 1e9;
  for (const int most : {64, 512, 3000}) {
    const auto parts = shared(
        12, [&](Coalition c) { return runway(costs, c); }, most);
    double squares = 0;
    for (int i = 0; i < 12; ++i) squares += std::pow(parts.part[i][0] - exact[i], 2);
    CHECK(squares < before);
    before = squares;
  }
}

TEST_CASE("one order and its reverse are exact where causes act on each other in pairs") {
  // v = Σ a_i + Σ_{i<j} b_ij; the exact part is a_i + ½ Σ_j b_ij. Here a_i = i, b_ij = i · j.
  constexpr int causes = 11;
  const auto v = [](Coalition c) {
    double sum = 0;
    for (int i = 0; i < causes; ++i)
      for (int j = 0; j <= i; ++j)
        if (holds(c, i) && holds(c, j)) sum += i == j ? i : i * j;
    return sum;
  };
  const auto parts = shared(causes, v, 1);
  for (int i = 0; i < causes; ++i) CHECK(parts.part[i][0] == Approx(i + 0.5 * i * (55 - i)));
}

TEST_CASE("sharing needs causes, and values of every coalition") {
  CHECK_THROWS_AS(shapley_plan(0), BrokenContract);
  CHECK_THROWS_AS(shapley_plan(64), BrokenContract);
  CHECK_THROWS_AS(shapley_parts(shapley_plan(2), {{1.0}, {2.0}}), BrokenContract);
  CHECK_THROWS_AS(shapley_parts(shapley_plan(1), {{1.0}, {2.0, 3.0}}), BrokenContract);
}
