// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/problem.hpp"

namespace clientele {

constexpr std::size_t most_told = 20;  ///< mistakes of one file

/// A cell of a table and where it begins.
struct Cell {
  std::string text;  ///< without spaces around it and without quotes
  Place place;
};

/// The separator of a table: the first of `;`, tab and `,` that stands in its header.
char separator_of(std::string_view header);

/// The cells of one line (RFC 4180, but for line breaks within quotes). A quote that is not closed is a
/// problem, and there are no cells.
std::vector<Cell> cells_of(std::string_view line, char separator, Place place, Problems& problems);

}  // namespace clientele
