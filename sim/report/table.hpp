// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace clientele {

/// A value in a table. Missing is a value of its own, never zero.
using Cell = std::variant<std::monostate, std::string, double, std::int64_t>;

/// A number for a table; one that is absent, infinite or not a number is missing.
inline Cell number_cell(std::optional<double> value) {
  return value && std::isfinite(*value) ? Cell(*value) : Cell();
}

struct Column {
  enum class Kind { text, number, integer };

  std::string name;
  Kind kind = Kind::text;
};

/// What every file and page is made from: named columns of one kind each, and rows.
struct Table {
  std::string name;  ///< `summary`: the file is summary.csv
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

}  // namespace clientele
