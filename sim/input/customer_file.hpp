// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/history/parameters.hpp"
#include "sim/base/period.hpp"
#include "sim/base/problem.hpp"

namespace clientele {

/// A row of a file of customers.
struct ListedCustomer {
  std::string segment;  ///< empty where the file has no such column
  Past past;
  Place place;  ///< of the row
};

/// Reads a table of customers: a header with the names of columns, then a row each. Columns are those of a
/// past, `segment`, and `customer`, which may be anything and is not read. Numbers of times are in the
/// world's periods unless they say another unit (`5 weeks`); an empty cell is unknown. Cells are separated by
/// commas, or by semicolons or tabs if the header is; with semicolons a comma is a decimal point. A cell in
/// double quotes may hold separators; `""` in it is a quote. Adds a problem for each cell that is none, with
/// its line and column, and goes on.
std::vector<ListedCustomer> read_customers(std::string_view text, const std::string& name, Period period,
                                           Problems& problems);

}  // namespace clientele
