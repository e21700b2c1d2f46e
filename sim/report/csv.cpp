// SPDX-License-Identifier: MIT
#include "sim/report/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

#include "sim/base/contract.hpp"

namespace clientele {

std::string shortest(double value) {
  if (value == 0) value = 0;  // no -0
  const double size = std::abs(value);
  const bool plain = size == 0 || (size >= 1e-5 && size < 1e15);
  std::array<char, 64> text{};
  const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value,
                                          plain ? std::chars_format::fixed : std::chars_format::scientific);
  ensures(error == std::errc());
  return {text.data(), end};
}

namespace {
struct Marks {
  char separator;
  char decimal;
};

std::string quoted(std::string text, const Marks& marks) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    text.insert(0, "'");
  const std::string special = {marks.separator, '"', '\n', '\r'};
  if (text.find_first_of(special) == std::string::npos) return text;
  std::string in_quotes = "\"";
  for (const char c : text) {
    if (c == '"') in_quotes += '"';
    in_quotes += c;
  }
  return in_quotes + '"';
}

std::string to_text(const Cell& cell, const Marks& marks) {
  if (const auto* text = std::get_if<std::string>(&cell)) return quoted(*text, marks);
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&cell)) {
    std::string text = shortest(*number);
    std::replace(text.begin(), text.end(), '.', marks.decimal);
    return text;
  }
  return {};
}
}  // namespace

std::string to_csv(const Table& table, CsvStyle style) {
  const Marks marks = style == CsvStyle::european ? Marks{';', ','} : Marks{',', '.'};
  std::string csv;
  const auto end_cell = [&](bool last) { csv += last ? '\n' : marks.separator; };
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    csv += quoted(table.columns[i].name, marks);
    end_cell(i + 1 == table.columns.size());
  }
  for (const auto& row : table.rows) {
    expects(row.size() == table.columns.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      csv += to_text(row[i], marks);
      end_cell(i + 1 == row.size());
    }
  }
  return csv;
}

}  // namespace clientele
