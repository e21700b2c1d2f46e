// SPDX-License-Identifier: MIT
#include "sim/cli/columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/words.hpp"

namespace clientele {

namespace {
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}
}  // namespace

std::string in_columns(const std::vector<std::vector<std::string>>& rows) {
  constexpr std::size_t line_width = 80, narrowest = 27, gap = 2;
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (std::size_t i = 0; i + 1 < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string text;
  for (const auto& row : rows) {
    std::string start(gap, ' ');
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      start += row[i] + std::string(widths[i] - width_of(row[i]) + gap, ' ');
    const std::size_t indent = width_of(start);
    std::string last =
        wrapped(row.back(), std::string(indent, ' '), std::max(line_width, indent + narrowest));
    last.erase(0, indent);
    std::string lines = start + last;
    if (row.back().empty()) lines = lines.erase(lines.find_last_not_of(" \n") + 1) + "\n";
    text += lines;
  }
  return text;
}

}  // namespace clientele
