// SPDX-License-Identifier: MIT
// Awareness that follows advertising, and what advertising costs.
#include "sim/report/csv.hpp"
#include "sim/report/tables.hpp"
#include "sim/scenario/lever_reader.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char advertised[] = R"(market: Advertised
period: month
horizon: 24 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 10, unit_cost: 4, share: 40%, awareness: 60%, advertising: 2k per month}
  rival: {price: 10, unit_cost: 4, share: 60%, awareness: 90%}
consideration: {decay: 10% per month}
segments: {many: {share: 70%}, few: {share: 30%}}
choice: {price_sensitivity: 2, inertia: 0.5, taste: {normal: {sd: 0.8}}}
departure: {rate: 1% per month}
)";
constexpr char twice[] = "  - {change: brands.us.advertising, by: 100%, from: month 4, until: month 9}\n";

std::string without_advertising() {
  return replaced(replaced(advertised, ", advertising: 2k per month", ""),
                  "consideration: {decay: 10% per month}\n", "");
}

std::vector<double> awareness(const std::string& market, const std::string& changes) {
  const Study study = study_of_text(
      market, "scenario: Changed\nworld: market.yaml\n" + (changes.empty() ? "" : "changes:\n" + changes));
  const LeverReader at(study.scenarios.front());
  std::vector<double> rows;
  for (int row = 0; row <= 24; ++row)
    rows.push_back(at(study.baseline.world.brands[0].is.awareness, "brands.us.awareness", row));
  return rows;
}

Results results_of(const std::string& market, const std::string& changes) {
  const Study study = study_of_text(
      market, "scenario: Changed\nworld: market.yaml\n" + (changes.empty() ? "" : "changes:\n" + changes));
  RunOptions options;
  options.customers = 1000;
  options.estimator = Estimator::realised;  // so that all tables tell the same
  options.replications = 3;
  options.explain = 0;
  return run(study.baseline, study.scenarios, options, {}, {});
}

double summed(const Results& results, const std::string& scenario, const std::string& metric,
              const std::string& segment) {
  for (const auto& row : results.summary)
    if (row.scenario == scenario && row.brand == "us" && row.metric == metric && row.segment == segment)
      return row.estimate ? row.estimate->mean : -1;
  return -2;
}

}  // namespace

TEST_CASE("awareness is at rest at today's advertising, rises with more and falls back after") {
  const auto still = awareness(advertised, "");
  for (const double a : still) CHECK(a == Approx(0.6).epsilon(1e-12));
  const auto campaign = awareness(advertised, twice);
  CHECK(campaign[3] == Approx(0.6));
  CHECK(campaign[4] == Approx(0.651));  // by hand in awareness_stock_test.cpp
  CHECK(campaign[5] == Approx(0.651 + 0.349 * 0.2775 - 0.0651));
  for (int row = 5; row <= 9; ++row) CHECK(campaign[row] > campaign[row - 1]);
  for (int row = 10; row <= 24; ++row) CHECK(campaign[row] < campaign[row - 1]);
  CHECK(campaign[24] > 0.6);
}

TEST_CASE("half as consistent a message does what half the advertising does") {
  CHECK(awareness(advertised, "  - {change: brands.us.consistency, to: 50%, from: month 4}\n") ==
        awareness(advertised, "  - {change: brands.us.advertising, by: -50%, from: month 4}\n"));
}

TEST_CASE("an unchanged world lives as one whose awareness is a plain share, and pays for its advertising") {
  const Lived with = lived_through(advertised, 3000), without = lived_through(without_advertising(), 3000);
  for (int period = 0; period <= 24; ++period) {
    const Totals a = with.of(0, period), b = without.of(0, period);
    CHECK(a.purchases == b.purchases);
    CHECK(a.customers_at_end == b.customers_at_end);
    CHECK(a.advertising == (period == 0 ? 0 : 2000));
    CHECK(a.contribution == Approx(b.contribution - a.advertising));
    CHECK(with.of(1, period).contribution == without.of(1, period).contribution);
  }
}

TEST_CASE("equity is what customers bring less advertising, in every table alike") {
  const Results results = results_of(advertised, twice);
  double paid = 0;
  for (int period = 1; period <= 24; ++period)
    paid += (period >= 4 && period <= 9 ? 4000 : 2000) * std::pow(1.1, -(period - 0.5) / 12);
  CHECK(results.headlines[1].advertising.mean == Approx(paid));
  CHECK(summed(results, "Changed", "advertising", "all") == Approx(24 * 2000 + 6 * 2000));
  CHECK(summed(results, "Changed", "advertising", "many") == -1);
  const double equity = summed(results, "Changed", "customer_equity", "all");
  CHECK(equity == Approx(summed(results, "Changed", "customer_equity", "many") +
                         summed(results, "Changed", "customer_equity", "few") - paid));
  const Headline& headline = results.headlines[1];
  CHECK(headline.equity.mean == Approx(equity));
  CHECK(headline.equity_today.mean + headline.equity_future.mean - headline.advertising.mean ==
        Approx(equity));
  double by_period = 0, drawn = 0, by_last_brand = 0;
  for (const auto& row : results.by_period)
    if (row.scenario == "Changed" && row.brand == "us" && row.metric == "customer_equity" && row.period > 0)
      by_period += row.estimate->mean;
  for (const auto& row : results.samples)
    if (row.scenario == "Changed") drawn += row.customer_equity / 3;
  for (const auto& row : results.by_last_brand)
    if (row.scenario == "Changed" && row.segment == "all") by_last_brand += row.value.mean;
  CHECK(by_period == Approx(equity));
  CHECK(drawn == Approx(equity));
  CHECK(by_last_brand - paid == Approx(equity));
}

TEST_CASE("a brand that is not there does not advertise, and pays nothing") {
  const std::string market = replaced(
      advertised, "consideration:",
      "  late: {price: 9, unit_cost: 4, appeal: 0, enters: never, awareness: 5%, advertising: 10k per "
      "month, effectiveness: 2e-5}\nconsideration:");
  const Lived lived = lived_through(market, 2000, "  - {change: brands.late.enters, to: month 7}\n");
  const int late = 2;
  for (const int period : {1, 6, 7, 24}) {
    CHECK(lived.of(late, period, 0).advertising == 0);
    CHECK(lived.of(late, period, 1).advertising == (period < 7 ? 0 : 10000));
  }
  CHECK(lived.of(late, 6, 1).awareness == 0.05);
  // e^−.2 of the others are not reached: .05 + .95 (1 − e^−.2) − .005
  CHECK(lived.of(late, 7, 1).awareness == Approx(0.05 + 0.95 * (1 - std::exp(-0.2)) - 0.005));
}

}  // namespace clientele
