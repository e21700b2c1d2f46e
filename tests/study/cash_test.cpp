// SPDX-License-Identifier: MIT
// Cash flows by fiscal year.
#include "sim/study/cash.hpp"

#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// Everybody buys one unit from us a month.
constexpr char plain[] = R"(market: Plain
horizon: 30 months
discount_rate: 10% per year
people: 1000
focal: us
brands:
  us: {price: 10, unit_cost: 4, cost_to_serve: 0.5, cost_to_keep: 0.25}
)";
constexpr char spending[] = R"(scenario: Spending
world: market.yaml
investments:
  - {name: at once, amount: 2k, at: month 5}
  - {name: monthly, amount: 100 per month, from: month 10, until: month 14}
)";

std::vector<CashRow> cash_of(const std::string& market) {
  const Study study = study_of_text(market, spending);
  RunOptions options;
  options.customers = 100;
  options.replications = 1;
  options.explain = 0;
  return run(study.baseline, study.scenarios, options, {}, {}).cash;
}

double amount(const std::vector<CashRow>& rows, const std::string& scenario, int year,
              const std::string& item) {
  for (const auto& row : rows)
    if (row.scenario == scenario && row.year == year && row.item == item) return row.amount->mean;
  FAIL("no row " << scenario << ", " << year << ", " << item);
  return 0;
}

}  // namespace

TEST_CASE("cash by year is what a thousand buyers of a unit a month bring, not discounted") {
  const auto rows = cash_of(plain);
  for (const auto& [year, months] : {std::pair(1, 12), std::pair(2, 12), std::pair(3, 6)}) {
    CHECK(amount(rows, "Plain", year, "revenue") == Approx(10000 * months).epsilon(1e-5));
    CHECK(amount(rows, "Plain", year, "unit_costs") == Approx(4000 * months).epsilon(1e-5));
    CHECK(amount(rows, "Plain", year, "cost_to_serve") == Approx(500 * months));
    CHECK(amount(rows, "Plain", year, "cost_to_keep") == Approx(250 * months));
    CHECK(amount(rows, "Plain", year, "contribution") == Approx(5250 * months).epsilon(1e-5));
    CHECK(amount(rows, "Plain", year, "investments") == 0);
  }
  CHECK(amount(rows, "Spending", 1, "investments") == Approx(2000 + 300));
  CHECK(amount(rows, "Spending", 2, "investments") == Approx(200));
  CHECK(amount(rows, "Spending", 1, "cash") == Approx(5250 * 12 - 2300).epsilon(1e-5));
}

TEST_CASE("a fiscal year that ends in nine months is followed by whole ones") {
  const auto rows = cash_of(std::string(plain) + "fiscal_year_left: 9 months\n");
  for (const auto& [year, months] : {std::pair(1, 9), std::pair(2, 12), std::pair(3, 9)})
    CHECK(amount(rows, "Plain", year, "cost_to_serve") == Approx(500 * months));
  CHECK(amount(rows, "Spending", 2, "investments") == Approx(500));
}

TEST_CASE("fiscal years are counted in the periods of the world") {
  Market market;
  market.period = Period::quarter;
  for (const auto& [period, year] :
       {std::pair(0, 1), std::pair(1, 1), std::pair(4, 1), std::pair(5, 2), std::pair(8, 2), std::pair(9, 3)})
    CHECK(fiscal_year(market, period) == year);
  market.fiscal_year_left = Number{1};
  for (const auto& [period, year] :
       {std::pair(0, 1), std::pair(1, 1), std::pair(2, 2), std::pair(5, 2), std::pair(6, 3)})
    CHECK(fiscal_year(market, period) == year);
}

TEST_CASE("a purchase just made belongs to the first year") {
  const auto rows = cash_of(std::string(plain) + "start: {purchase: just_made}\ncash_flow: end\n");
  CHECK(amount(rows, "Plain", 1, "cost_to_serve") == Approx(500 * 13));
}

}  // namespace clientele
