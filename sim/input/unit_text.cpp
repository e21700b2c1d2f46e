// SPDX-License-Identifier: MIT
#include "sim/input/unit_text.hpp"

namespace clientele {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

InUnits split_units(std::string_view text, Quantity quantity) {
  text = trimmed(text);
  const auto space = text.find(' ');
  if (space == std::string_view::npos) return {.before = {}, .figure = std::string(text), .behind = {}};
  if (quantity == Quantity::moment) {
    const bool is_length = text.find_first_of("0123456789") < space;
    if (!is_length)
      return {.before = std::string(text.substr(0, space + 1)),
              .figure = std::string(trimmed(text.substr(space))),
              .behind = {}};
  }
  return {.before = {},
          .figure = std::string(text.substr(0, space)),
          .behind = " " + std::string(trimmed(text.substr(space)))};
}

void borrow_unit(InUnits& number, const InUnits& from) {
  if (number.has_unit()) return;
  number.before = from.before;
  number.behind = from.behind;
}

}  // namespace clientele
