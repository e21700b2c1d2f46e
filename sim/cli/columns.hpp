// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace clientele {

/// Rows of texts in columns as wide as they need; the last one is wrapped under itself so that lines keep to
/// 80 characters where that leaves it a third of the line. Each line begins with two blanks.
std::string in_columns(const std::vector<std::vector<std::string>>& rows);

}  // namespace clientele
