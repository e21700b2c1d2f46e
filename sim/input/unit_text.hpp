// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "models/parameter.hpp"

namespace clientele {

/// A number and the words that say its unit: ` per month` and ` months` behind it, `month ` before it.
struct InUnits {
  std::string before, figure, behind;

  std::string text() const { return before + figure + behind; }
  bool has_unit() const { return !before.empty() || !behind.empty() || figure == "never"; }
};

/// Takes a number such as `5 per month` or `month 7` apart.
InUnits split_units(std::string_view text, Quantity quantity);

/// Gives the number the units of another if it has none of its own.
void borrow_unit(InUnits& number, const InUnits& from);

/// The text without spaces around it.
std::string_view trimmed(std::string_view text);

}  // namespace clientele
