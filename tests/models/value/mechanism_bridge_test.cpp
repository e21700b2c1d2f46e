// SPDX-License-Identifier: MIT
#include "models/value/mechanism_bridge.hpp"

#include <cmath>

#include "sim/statistics/shapley.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using Series = std::vector<std::vector<double>>;

/// Value of a flow, straight from its definition.
double value_of(double today, const std::vector<double>& discount, const CustomerFlow& flow) {
  double customers = today, value = 0;
  for (std::size_t t = 0; t < discount.size(); ++t) {
    customers *= flow.retention[t];
    for (const auto& source : flow.acquired) customers += source[t];
    for (const auto& part : flow.margin) value += discount[t] * part[t] * customers;
  }
  return value;
}

double sum_of(const MechanismBridge& bridge) {
  double sum = bridge.retention;
  for (const double x : bridge.acquired) sum += x;
  for (const double x : bridge.margin) sum += x;
  return sum;
}

/// Series that look like nothing in particular.
CustomerFlow some_flow(int sources, int parts, int periods, double seed) {
  const auto series = [&](int which, double low, double high) {
    std::vector<double> x;
    for (int t = 0; t < periods; ++t)
      x.push_back(low + (high - low) * (0.5 + 0.5 * std::sin(seed + 3 * which + 1.7 * t)));
    return x;
  };
  CustomerFlow flow;
  for (int s = 0; s < sources; ++s) flow.acquired.push_back(series(s, 0, 50));
  for (int p = 0; p < parts; ++p) flow.margin.push_back(series(10 + p, -5, 20));
  flow.retention = series(20, 0.5, 0.95);
  return flow;
}

}  // namespace

TEST_CASE("a bridge of one period is that by hand") {
  // 100 customers, half stay, 10 come, margin 2; after it .6, 30, 3. Value 60 · 2 = 120 and 90 · 3 = 270.
  // Terms: retention alone 10 · 2 = 20, acquired alone 20 · 2 = 40, margin alone 60 · 1 = 60; with margin:
  // retention 10 · 1, acquired 20 · 1, halved; acquired people of the period have no retention yet.
  const CustomerFlow before{{{10}}, {0.5}, {{2}}}, after{{{30}}, {0.6}, {{3}}};
  const auto bridge = mechanism_bridge(100, {1}, before, after);
  CHECK(bridge.before == Approx(120));
  CHECK(bridge.after == Approx(270));
  CHECK(bridge.retention == Approx(20 + 10 / 2.0));
  CHECK(bridge.acquired[0] == Approx(40 + 20 / 2.0));
  CHECK(bridge.margin[0] == Approx(60 + 10 / 2.0 + 20 / 2.0));
}

TEST_CASE("a bridge of two periods shares equally what all three bring together") {
  // Nobody today, retention ½ → 1, acquired (8, 0) → (12, 0), margin 1 → 2, money of period 2 worth ½.
  // Customers 8, 4 → 12, 12; value 8 + 2 = 10 → 24 + 12 = 36. Retention alone: 4 · ½ = 2; acquired alone:
  // 4 + ½ · 2 = 5; margin alone 10. Pairs beyond: retention and acquired ½ · 2 · 1 = 1, retention and margin
  // ½ · 4 · 1 = 2, acquired and margin 5; all three 1. Sum 2 + 5 + 10 + 1 + 2 + 5 + 1 = 26.
  const CustomerFlow before{{{8, 0}}, {0.5, 0.5}, {{1, 1}}}, after{{{12, 0}}, {1, 1}, {{2, 2}}};
  const auto bridge = mechanism_bridge(0, {1, 0.5}, before, after);
  CHECK(bridge.after - bridge.before == Approx(26));
  CHECK(bridge.retention == Approx(2 + 1 / 2.0 + 2 / 2.0 + 1 / 3.0));
  CHECK(bridge.acquired[0] == Approx(5 + 1 / 2.0 + 5 / 2.0 + 1 / 3.0));
  CHECK(bridge.margin[0] == Approx(10 + 2 / 2.0 + 5 / 2.0 + 1 / 3.0));
}

TEST_CASE("the parts are the Shapley values of the series and sum to the difference") {
  constexpr int sources = 3, parts = 4, periods = 12;
  const auto before = some_flow(sources, parts, periods, 1), after = some_flow(sources, parts, periods, 2);
  std::vector<double> discount;
  for (int t = 0; t < periods; ++t) discount.push_back(std::pow(1.02, -t - 0.5));
  const auto bridge = mechanism_bridge(500, discount, before, after);
  CHECK(bridge.before == Approx(value_of(500, discount, before)).epsilon(1e-12));
  CHECK(bridge.after == Approx(value_of(500, discount, after)).epsilon(1e-12));
  CHECK(sum_of(bridge) == Approx(bridge.after - bridge.before).epsilon(1e-12));
  const auto exact = shapley_parts(shapley_plan(sources + parts + 1), [&](Coalition c) {
    CustomerFlow mixed = before;
    for (int s = 0; s < sources; ++s)
      if (c >> s & 1) mixed.acquired[s] = after.acquired[s];
    for (int p = 0; p < parts; ++p)
      if (c >> (sources + p) & 1) mixed.margin[p] = after.margin[p];
    if (c >> (sources + parts) & 1) mixed.retention = after.retention;
    return std::vector{value_of(500, discount, mixed)};
  });
  for (int s = 0; s < sources; ++s) CHECK(bridge.acquired[s] == Approx(exact.part[s][0]).epsilon(1e-10));
  for (int p = 0; p < parts; ++p)
    CHECK(bridge.margin[p] == Approx(exact.part[sources + p][0]).epsilon(1e-10));
  CHECK(bridge.retention == Approx(exact.part[sources + parts][0]).epsilon(1e-10));
}

TEST_CASE("a series that does not change has no part") {
  const auto before = some_flow(2, 2, 6, 1);
  auto after = before;
  const std::vector<double> discount(6, 1.0);
  CHECK(sum_of(mechanism_bridge(100, discount, before, after)) == 0);
  after.margin[1] = some_flow(2, 2, 6, 5).margin[1];
  const auto bridge = mechanism_bridge(100, discount, before, after);
  CHECK(bridge.retention == 0);
  CHECK(bridge.acquired == std::vector<double>{0, 0});
  CHECK(bridge.margin[0] == 0);
  CHECK(bridge.margin[1] == Approx(bridge.after - bridge.before));
}

TEST_CASE("with many sources and parts the sum is still exact") {
  const auto before = some_flow(12, 9, 60, 1), after = some_flow(12, 9, 60, 4);
  const auto bridge = mechanism_bridge(1000, std::vector<double>(60, 0.9), before, after);
  CHECK(sum_of(bridge) == Approx(bridge.after - bridge.before).epsilon(1e-12));
}
