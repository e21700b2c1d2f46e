// SPDX-License-Identifier: MIT
#include "sim/input/csv_lines.hpp"

#include <algorithm>

namespace clientele {

std::vector<CsvLine> lines_of(std::string_view text) {
  std::vector<CsvLine> lines;
  int number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (line.find_first_not_of(" \t") != std::string_view::npos) lines.push_back({line, number});
    at = end + 1;
  }
  return lines;
}

}  // namespace clientele
