// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace clientele {

/// A line of a table that holds something, and its number.
struct CsvLine {
  std::string_view text;
  int number = 0;
};

std::vector<CsvLine> lines_of(std::string_view text);

}  // namespace clientele
