// SPDX-License-Identifier: MIT
// Published and exactly derived results, each from a YAML file beside this one, run by the program itself. A simulated
// mean must lie within 4 of its own standard errors of the truth (false alarm: 6 in 100,000 for each number if the error
// were known exactly; it is estimated from 30 replications, which makes it 4 in 10,000), and that error must be below
// 0.5 % of the truth. The seed is the program's default, so each check either always passes or never does.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/end_to_end/program.hpp"
#include "tests/support/catch.hpp"

namespace clientele {
namespace {

using Row = std::map<std::string, std::string>;

/// The rows of a CSV file without quotes, by column.
std::vector<Row> rows_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> names;
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> cells;
    std::stringstream text(line + ",");
    for (std::string cell; std::getline(text, cell, ',');) cells.push_back(cell);
    if (names.empty()) {
      names = cells;
      continue;
    }
    Row row;
    for (std::size_t i = 0; i < names.size(); ++i) row[names[i]] = cells.at(i);
    rows.push_back(row);
  }
  return rows;
}

/// The one row whose columns have these values.
Row the_row(const std::vector<Row>& rows, const Row& where) {
  for (const Row& row : rows) {
    bool fits = true;
    for (const auto& [name, value] : where) fits = fits && row.at(name) == value;
    if (fits) return row;
  }
  throw std::runtime_error("no such row");
}

double number(const Row& row, const std::string& column) { return std::stod(row.at(column)); }

/// Runs a file of this folder and gives the folder of its results.
std::filesystem::path ran(const TestFolder& folder, const std::string& name, const std::string& customers) {
  const auto file = std::filesystem::path(CLIENTELE_SOURCE_DIR) / "tests/known_answers" / (name + ".yaml");
  const auto done = folder.run({"run", file.string(), "--customers", customers, "--replications", "30", "--quiet",
                                "--out", name});
  INFO(done.err);
  REQUIRE(done.exit_code == 0);
  return folder.path(name);
}

void check_mean(double estimate, double error, double truth) {
  INFO("estimate " << estimate << " ± " << error << ", truth " << truth);
  CHECK(std::abs(estimate - truth) < 4 * error);
  CHECK(error < 0.005 * std::abs(truth));
}

/// Mean lifetime value of today's customers, which all people are in a world of one brand. Money per person of a world
/// with a million people is equity / 1e6; its error comes from summary.csv.
void check_lifetime_value(const std::filesystem::path& results, double truth) {
  const Row equity = the_row(rows_of(results / "summary.csv"), {{"metric", "customer_equity"}, {"brand", "us"}, {"segment", "all"}});
  check_mean(number(equity, "mean") / 1e6, number(equity, "mc_error") / 1e6, truth);
}

double of_existing(const std::filesystem::path& results, const std::string& measure) {
  return number(the_row(rows_of(results / "clv.csv"), {{"segment", "all"}, {"customers", "existing"}, {"measure", measure}}), "mean");
}

}  // namespace

TEST_CASE("the three conventions of a customer's lifetime value come out as Fader and Hardie give them") {
  // Fader & Hardie (2012), note 024; m = 100, r = .8, d = .1.
  const TestFolder folder;
  check_lifetime_value(ran(folder, "lifetime_value_paid_today", "20k"), 366.666667);
  check_lifetime_value(ran(folder, "lifetime_value_first_booked", "20k"), 266.666667);
  check_lifetime_value(ran(folder, "lifetime_value_paid_at_end", "20k"), 333.333333);
}

TEST_CASE("one customer's lifetime value is a distribution, not its mean") {
  // Exact: the value of n payments is 1100 (1 − 1.1^−n), n geometric with mean 5; recomputed.
  const TestFolder folder;
  const auto results = ran(folder, "lifetime_value_paid_today", "20k");
  CHECK(of_existing(results, "q500") == Approx(348.685199).epsilon(1e-6));
  CHECK(of_existing(results, "q050") == Approx(100).epsilon(1e-6));
  CHECK(of_existing(results, "worst_5pct") == Approx(100).epsilon(1e-6));
  // 600,000 customers; the standard error of a standard deviation is about 229 √((κ − 1) / 4n) = .2 with kurtosis κ = 2.9.
  CHECK(of_existing(results, "sd") == Approx(229.054851).margin(0.8));
}

TEST_CASE("margin multiples come out as Gupta and Lehmann tabulate them") {
  // Gupta & Lehmann (2003): r / (1 + i − r), here exactly. Their table rounds to 1.20 1.75 2.67 4.50 and 1.07 1.52 2.22 3.46.
  struct Case {
    int discount, retention;
    double multiple;
  };
  for (const Case c : {Case{10, 60, .6 / .5}, {10, 70, .7 / .4}, {10, 80, .8 / .3}, {10, 90, .9 / .2},
                       {16, 60, .6 / .56}, {16, 70, .7 / .46}, {16, 80, .8 / .36}, {16, 90, .9 / .26}}) {
    const TestFolder folder;
    const auto file = std::filesystem::path(CLIENTELE_SOURCE_DIR) / "tests/known_answers/lifetime_value_first_booked.yaml";
    const auto done = folder.run({"run", file.string(), "--customers", "20k", "--replications", "30", "--quiet", "--out", "out",
                                  "--set", "brands.us.price=1", "--set", "discount_rate=" + std::to_string(c.discount) + "% per year",
                                  "--set", "departure.rate=" + std::to_string(100 - c.retention) + "% per year"});
    INFO(done.err);
    REQUIRE(done.exit_code == 0);
    check_lifetime_value(folder.path("out"), c.multiple);
  }
}

TEST_CASE("a price cut moves shares as the logit says") {
  // V = (.5, .2, 0), price coefficient −.2, price of the first 10 → 9; recomputed from exp(V) / Σ exp(V).
  const TestFolder folder;
  const auto summary = rows_of(ran(folder, "logit_price_cut", "20k") / "summary.csv");
  const auto check_share = [&](const std::string& scenario, const std::string& brand, double truth) {
    const Row row = the_row(summary, {{"scenario", scenario}, {"brand", brand}, {"segment", "all"}, {"metric", "share"}});
    check_mean(number(row, "mean"), number(row, "mc_error"), truth);
  };
  check_share("Three brands by logit", "first", .426013);
  check_share("Three brands by logit", "second", .315598);
  check_share("Three brands by logit", "third", .258390);
  check_share("The first brand asks 9 instead of 10", "first", .475485);
  check_share("The first brand asks 9 instead of 10", "second", .288396);
  check_share("The first brand asks 9 instead of 10", "third", .236119);
}

TEST_CASE("an entrant takes from all in proportion, as the logit says") {
  const TestFolder folder;
  const auto summary = rows_of(ran(folder, "logit_entry", "20k") / "summary.csv");
  const std::map<std::string, double> truth = {{"first", .315848}, {"second", .233986}, {"third", .191572}, {"fourth", .258594}};
  for (const auto& [brand, share] : truth) {
    const Row row = the_row(summary, {{"scenario", "A fourth brand enters with a utility of .3"}, {"brand", brand}, {"segment", "all"}, {"metric", "share"}});
    check_mean(number(row, "mean"), number(row, "mc_error"), share);
  }
}

TEST_CASE("zero-order customers with Dirichlet tastes show the switching matrix of loyal ones") {
  // Goodhardt, Ehrenberg & Chatfield (1984): (I + S · 1s′) / (S + 1), S = 1.3, s = (.5, .3, .2).
  const TestFolder folder;
  const auto switching = rows_of(ran(folder, "dirichlet_switching", "20k") / "switching.csv");
  const std::map<std::string, double> share = {{"large", .5}, {"middle", .3}, {"small", .2}};
  for (const auto& [from, unused] : share)
    for (const auto& [to, s] : share) {
      const Row row = the_row(switching, {{"from", from}, {"to", to}});
      check_mean(number(row, "mean"), number(row, "mc_error"), ((from == to ? 1 : 0) + 1.3 * s) / 2.3);
    }
}

}  // namespace clientele
