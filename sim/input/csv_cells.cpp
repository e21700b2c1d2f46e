// SPDX-License-Identifier: MIT
#include "sim/input/csv_cells.hpp"

namespace clientele {

char separator_of(std::string_view header) {
  for (const char separator : {';', '\t'})
    if (header.find(separator) != std::string_view::npos) return separator;
  return ',';
}

namespace {

std::string trimmed_cell(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
}

}  // namespace

std::vector<Cell> cells_of(std::string_view line, char separator, Place place, Problems& problems) {
  std::vector<Cell> cells;
  std::size_t at = 0;
  while (true) {
    Cell cell{.text = {}, .place = place};
    cell.place.column = static_cast<int>(at) + 1;
    std::size_t start = at;
    while (start < line.size() && line[start] == ' ' && separator != ' ') ++start;
    if (start < line.size() && line[start] == '"') {
      std::size_t i = start + 1;
      for (; i < line.size(); ++i) {
        if (line[i] != '"') {
          cell.text += line[i];
        } else if (i + 1 < line.size() && line[i + 1] == '"') {
          cell.text += line[i++];
        } else {
          break;
        }
      }
      const auto next = line.find(separator, i);
      if (i >= line.size() ||
          !trimmed_cell(line.substr(i + 1, next == std::string_view::npos ? next : next - i - 1)).empty()) {
        problems.add({cell.place, "", "a quote is not closed before the cell ends",
                      "Close it, or write \"\" for a quote within quotes."});
        return {};
      }
      at = next;
    } else {
      const auto next = line.find(separator, at);
      cell.text = trimmed_cell(line.substr(at, next == std::string_view::npos ? next : next - at));
      at = next;
    }
    cells.push_back(std::move(cell));
    if (at == std::string_view::npos) return cells;
    ++at;
  }
}

}  // namespace clientele
