// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/report/table.hpp"

namespace clientele {

/// How a CSV file is written: comma and decimal point, or semicolon and decimal comma.
enum class CsvStyle { standard, european };

/// The shortest decimal that reads back as the same double; without an exponent from 1e-5 to below 1e15.
std::string shortest(double value);

/// A table as CSV (RFC 4180, with \n line ends): UTF-8, one header row, a missing value is empty. Text that a
/// spreadsheet would run as a formula (it begins with = + - @, tab or CR) gets an apostrophe in front.
std::string to_csv(const Table& table, CsvStyle style);

}  // namespace clientele
