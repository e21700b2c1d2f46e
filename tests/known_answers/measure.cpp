// SPDX-License-Identifier: MIT
#include "tests/known_answers/measure.hpp"
#include "places.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "tests/end_to_end/program.hpp"

namespace clientele::known_answers {

namespace {

constexpr int replications = 30;

/// The rows of a CSV file without quotes.
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

/// The last row with these cells: in a scenario's run, where the world's rows come first, the scenario's.
Row the_row(const std::vector<Row>& rows, const Row& where) {
  std::optional<Row> found;
  for (const Row& row : rows) {
    bool fits = true;
    for (const auto& [name, value] : where) fits = fits && row.at(name) == value;
    if (fits) found = row;
  }
  if (!found) throw std::runtime_error("no row has these cells");
  return *found;
}

Measured read(const Row& row, const Figure& figure) {
  const auto number = [&](const std::string& column) { return std::stod(row.at(column)) / figure.of; };
  const double error = row.contains("mc_error")
                           ? number("mc_error")
                           : (number("p95") - number("p05")) / (2 * 1.645 * std::sqrt(replications));
  return {number(figure.column), error};
}

std::filesystem::path ran(const TestFolder& folder, const Run& run, const std::string& name) {
  const auto file = std::filesystem::path(CLIENTELE_SOURCE_DIR) / run.path();
  std::vector<std::string> words = {"run",         file.string(),    "--customers",
                                    run.customers, "--replications", std::to_string(replications),
                                    "--quiet",     "--out",          name};
  for (const std::string& setting : run.settings) words.insert(words.end(), {"--set", setting});
  const auto done = folder.run(words);
  if (done.exit_code != 0) throw std::runtime_error(done.err);
  return folder.path(name);
}

}  // namespace

std::vector<std::optional<Measured>> measured(const Cases& cases) {
  const TestFolder folder;
  std::map<Run, std::filesystem::path> runs;
  std::map<std::filesystem::path, std::vector<Row>> tables;
  std::vector<std::optional<Measured>> all;
  for (const Case& one : cases.cases) {
    if (!one.run) {
      all.push_back(std::nullopt);
      continue;
    }
    if (!runs.contains(*one.run)) runs[*one.run] = ran(folder, *one.run, std::to_string(runs.size() + 1));
    const auto file = runs[*one.run] / (one.figure.table + ".csv");
    if (!tables.contains(file)) tables[file] = rows_of(file);
    all.push_back(read(the_row(tables[file], one.figure.row), one.figure));
  }
  return all;
}

Measured figure_in(const std::filesystem::path& folder, const Figure& figure) {
  return read(the_row(rows_of(folder / (figure.table + ".csv")), figure.row), figure);
}

}  // namespace clientele::known_answers
