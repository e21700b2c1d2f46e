// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/study/results.hpp"

namespace clientele {

/// A line of the screen: what it is, and one value in each column, already in words.
struct Line {
  std::string label;
  std::vector<std::string> values;
};

/// What a world alone is worth: label and value, with a remark as the second value.
std::vector<Line> lines_of(const Results& results, const Headline& today);

/// Today, the scenario, and the difference.
std::vector<Line> lines_beside(const Results& results, const Headline& today, const Headline& scenario);

}  // namespace clientele
