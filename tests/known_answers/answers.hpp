// SPDX-License-Identifier: MIT
#pragma once

// Known answers: a YAML file of this folder is run by the program itself, and its CSV files are compared with
// the truth. A simulated mean must lie within 4 of its own standard errors of the truth (false alarm: 6 in
// 100,000 for each number if the error were known exactly; it is estimated from 30 replications, which makes
// it 4 in 10,000), and that error must be below 0.5 % of the truth. The seed is the program's default, so
// each check either always passes or never does.
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/end_to_end/program.hpp"
#include "tests/support/catch.hpp"

namespace clientele {

using Row = std::map<std::string, std::string>;

/// The rows of a CSV file without quotes, by column.
inline std::vector<Row> rows_of(const std::filesystem::path& file) {
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
inline Row the_row(const std::vector<Row>& rows, const Row& where) {
  for (const Row& row : rows) {
    bool fits = true;
    for (const auto& [name, value] : where) fits = fits && row.at(name) == value;
    if (fits) return row;
  }
  throw std::runtime_error("no such row");
}

inline double number(const Row& row, const std::string& column) { return std::stod(row.at(column)); }

/// Runs a file of this folder and gives the folder of its results. Each setting is what follows --set.
inline std::filesystem::path ran(const TestFolder& folder, const std::string& name,
                                 const std::string& customers,
                                 const std::vector<std::string>& settings = {}) {
  const auto file = std::filesystem::path(CLIENTELE_SOURCE_DIR) / "tests/known_answers" / (name + ".yaml");
  std::vector<std::string> words = {"run", file.string(), "--customers", customers, "--replications",
                                    "30",  "--quiet",     "--out",       name};
  for (const std::string& setting : settings) words.insert(words.end(), {"--set", setting});
  const auto done = folder.run(words);
  INFO(done.err);
  REQUIRE(done.exit_code == 0);
  return folder.path(name);
}

inline void check_mean(double estimate, double error, double truth) {
  INFO("estimate " << estimate << " ± " << error << ", truth " << truth);
  CHECK(std::abs(estimate - truth) < 4 * error);
  CHECK(error < 0.005 * std::abs(truth));
}

/// A metric of a brand over the horizon, for each of so many people, against the truth.
inline void check_metric(const std::filesystem::path& results, const std::string& brand,
                         const std::string& metric, double truth, double people = 1) {
  CAPTURE(brand, metric);
  const Row row =
      the_row(rows_of(results / "summary.csv"), {{"metric", metric}, {"brand", brand}, {"segment", "all"}});
  check_mean(number(row, "mean") / people, number(row, "mc_error") / people, truth);
}

/// Mean lifetime value of today's customers, which all people are in a world of one brand with a million
/// people.
inline void check_lifetime_value(const std::filesystem::path& results, double truth,
                                 const std::string& brand = "us") {
  check_metric(results, brand, "customer_equity", truth, 1e6);
}

}  // namespace clientele
