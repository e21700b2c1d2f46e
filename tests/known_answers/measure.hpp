// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "tests/known_answers/case.hpp"

namespace clientele::known_answers {

/// What the program found for a case, and how sure that is.
struct Measured {
  double mean = 0;
  double error = 0;  ///< standard error of the mean over 30 replications; 0 if all agree
};

/// Runs the program itself, once for all cases that need the same run, and reads its CSV files. Empty for a
/// case without a run. The error is the table's `mc_error`, or where a table has none the range from 5 to 95
/// % of replications, taken for that of a normal distribution: (p95 − p05) / (2 · 1.645 √30). Throws
/// std::runtime_error with what the program said if it refuses, and if there is no such row.
std::vector<std::optional<Measured>> measured(const Cases& cases);

/// A figure in the results that a run has written to a folder.
Measured figure_in(const std::filesystem::path& folder, const Figure& figure);

}  // namespace clientele::known_answers
