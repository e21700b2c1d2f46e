// SPDX-License-Identifier: MIT
#include "sim/input/uncertain.hpp"

#include <string>

#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {
/// The figure at the start, and what follows it: the unit.
struct WithUnit {
  Reading figure;
  std::string_view unit;
};
WithUnit split(std::string_view text) {
  const auto space = text.find(' ');
  return {read_figure(text.substr(0, space)), space == std::string_view::npos ? "" : text.substr(space)};
}

std::string remedy_of_middle(std::string_view low_text, std::string_view high_text) {
  const auto low = split(low_text), high = split(high_text);
  if (!low.figure || !high.figure) return "Write one number, such as its middle.";
  const double middle = (low.figure.value + high.figure.value) / 2;
  const std::string text = high.figure.in_percent ? number_text(100 * middle) + "%" : number_text(middle);
  return "Write one number, such as its middle '" + text + std::string(high.unit) + "'.";
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}
}  // namespace

std::optional<Reading> refused_as_uncertain(std::string_view text) {
  const std::string reason = "uncertain numbers are not read yet";
  if (const auto to = text.find(" to "); to != std::string_view::npos)
    return Reading{.reason = reason,
                   .remedy = remedy_of_middle(trimmed(text.substr(0, to)), trimmed(text.substr(to + 4)))};
  for (const std::string_view name : {"normal", "lognormal", "uniform", "triangular", "pert", "beta"}) {
    if (!text.starts_with(name)) continue;
    std::string_view rest = trimmed(text.substr(name.size()));
    if (!rest.starts_with('(')) continue;
    rest.remove_prefix(1);
    if (rest.ends_with(')')) rest.remove_suffix(1);
    const auto comma = rest.find(',');
    if (comma == std::string_view::npos)
      return Reading{.reason = reason, .remedy = "Write one number, such as its middle."};
    const auto first = trimmed(rest.substr(0, comma));
    if (name == "uniform")
      return Reading{.reason = reason, .remedy = remedy_of_middle(first, trimmed(rest.substr(comma + 1)))};
    if (name == "normal" || name == "lognormal")
      return Reading{.reason = reason, .remedy = remedy_of_middle(first, first)};
    return Reading{.reason = reason, .remedy = "Write one number, such as its middle."};
  }
  return std::nullopt;
}

}  // namespace clientele
