// SPDX-License-Identifier: MIT
#include "sim/input/draws_file.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/spelling.hpp"
#include "sim/input/csv_cells.hpp"
#include "sim/input/csv_lines.hpp"
#include "sim/input/file_text.hpp"
#include "sim/input/quantity.hpp"
#include "sim/input/shown.hpp"
#include "sim/scenario/acts_on.hpp"
#include "sim/scenario/decisions.hpp"

namespace clientele {

namespace {

struct DrawsReader {
  const World& world;
  const Places& places;
  const std::vector<NumberEntry> numbers;
  Problems& problems;
  std::vector<const NumberEntry*> columns{};

  void refuse(const Place& place, const std::string& path, std::string reason, std::string remedy) {
    problems.add({place, path, std::move(reason), std::move(remedy)});
  }

  const NumberEntry* number_at(const std::string& path) const {
    for (const auto& entry : numbers)
      if (entry.path == path) return &entry;
    return nullptr;
  }

  /// The number that a column is of, if it may be one.
  const NumberEntry* column_of(const Cell& cell) {
    const std::string path = shown(cell.text);
    const NumberEntry* entry = number_at(cell.text);
    if (!entry) {
      std::vector<std::string> paths;
      for (const auto& one : numbers)
        if (one.may_be & uncertain) paths.push_back(one.path);
      const std::string meant = nearest(cell.text, paths);
      refuse(cell.place, path, "this column is no number of the world",
             meant.empty() ? "Remove it, or write the number into the world first."
                           : "Did you mean '" + meant + "'?");
      return nullptr;
    }
    const bool in_world = std::any_of(world.assumptions.begin(), world.assumptions.end(),
                                      [&](const auto& one) { return one.path == cell.text; });
    if (is_ours(world, entry->path, entry->may_be))
      refuse(cell.place, path, "is what we choose, a decision and no assumption", "Remove the column.");
    else if (!(entry->may_be & uncertain))
      refuse(cell.place, path, "cannot be uncertain", "Remove the column.");
    else if (in_world)
      refuse(cell.place, path, "is uncertain in the market's file, too",
             "Write one number there, or remove the column.");
    else if (std::find(columns.begin(), columns.end(), entry) != columns.end())
      refuse(cell.place, path, "this column comes twice", "Remove one of the two.");
    else
      return entry;
    return nullptr;
  }

  std::optional<double> value_of(const Cell& cell, const NumberEntry& is, bool decimal_comma) {
    std::string text = cell.text;
    if (decimal_comma) std::replace(text.begin(), text.end(), ',', '.');
    const Parameter parameter{.name = "", .unit = is.unit, .quantity = is.quantity, .range = is.range};
    Reading reading = read_figure(text);
    if (reading && !reading.in_percent)
      reading = in_range(is.whole ? std::round(reading.value) : reading.value, text, parameter,
                         world.market.period);
    else
      reading = read_quantity(text, parameter, world.market.period);
    if (reading) return reading.value;
    refuse(cell.place, is.path, reading.reason, reading.remedy.empty() ? "Write a number." : reading.remedy);
    return std::nullopt;
  }

  std::vector<double> row_of(const std::vector<Cell>& cells, const Place& place, bool decimal_comma) {
    if (cells.size() != columns.size()) {
      refuse(place, "",
             "has " + std::to_string(cells.size()) + " cells, but there are " +
                 std::to_string(columns.size()) + " columns",
             "Give each column its cell.");
      return {};
    }
    std::vector<double> row;
    for (std::size_t c = 0; c < cells.size(); ++c)
      if (const auto value = value_of(cells[c], *columns[c], decimal_comma)) row.push_back(*value);
    return row;
  }

  JointDraws read(const std::string& text, const std::string& name) {
    JointDraws draws{.file = name, .paths = {}, .rows = {}, .acts_on = {}};
    const auto lines = lines_of(text);
    if (lines.size() < 2) {
      refuse({name, 1, 1}, "", "has no draws (a header of paths and a row for each draw belong here)",
             "Begin with a line such as 'choice.inertia.mean,choice.price_sensitivity.median'.");
      return draws;
    }
    const char separator = separator_of(lines.front().text);
    for (const Cell& cell :
         cells_of(lines.front().text, separator, {name, lines.front().number, 1}, problems))
      columns.push_back(column_of(cell));
    if (problems.any()) return draws;
    for (std::size_t i = 1; i < lines.size() && problems.found().size() <= most_told; ++i) {
      const Place place{name, lines[i].number, 1};
      const auto cells = cells_of(lines[i].text, separator, place, problems);
      if (!cells.empty()) draws.rows.push_back(row_of(cells, place, separator == ';'));
    }
    for (const NumberEntry* column : columns) {
      draws.paths.push_back(column->path);
      draws.acts_on.push_back(paths_acted_on(*column, world, numbers, places));
    }
    return draws;
  }
};

}  // namespace

JointDraws read_draws(std::string_view bytes, const std::string& name, const World& world,
                      const Places& places, Problems& problems) {
  const std::string text = checked_text(bytes, name);
  Problems of_file;
  JointDraws draws = DrawsReader{world, places, numbers_of(world), of_file}.read(text, name);
  for (std::size_t i = 0; i < std::min(of_file.found().size(), most_told); ++i)
    problems.add(of_file.found()[i]);
  return draws;
}

}  // namespace clientele
