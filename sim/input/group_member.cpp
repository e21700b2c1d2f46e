// SPDX-License-Identifier: MIT
#include "sim/input/group_member.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "sim/input/quantity.hpp"
#include "sim/scenario/catalogue.hpp"

namespace clientele {

namespace {

constexpr std::size_t longest_value = 40;  // of one that is repeated in a message

std::string next_part(std::string_view& path) {
  const auto dot = std::min(path.find('.'), path.size());
  const std::string part(path.substr(0, dot));
  path.remove_prefix(std::min(dot + 1, path.size()));
  return part;
}

/// The name of a parameter right inside of the group: of `brands.<brand>.price` and `brands.us` it is
/// `price`.
std::string name_inside(std::string_view parameter, std::string_view group) {
  while (!group.empty()) {
    const std::string expected = next_part(parameter), given = next_part(group);
    if (expected != given && !expected.starts_with("<")) return {};
  }
  return parameter.find_first_of(".<") == std::string_view::npos ? std::string(parameter) : std::string();
}

/// `segments.students.choice` as `choice`, where the catalogue has it.
std::string_view in_the_world(std::string_view path) {
  std::string_view rest = path;
  if (next_part(rest) != "segments") return path;
  next_part(rest);
  return rest.empty() ? path : rest;
}

bool is_quantity(const CatalogueEntry& entry, const std::string& text, Period period) {
  const Parameter is{.name = "", .unit = entry.unit, .quantity = entry.quantity, .range = entry.range};
  return bool(read_quantity(text, is, period));
}

/// The text as the parameter could have it, a forgotten period added; empty if it could not.
std::string fitted(const CatalogueEntry& entry, const std::string& text, Period period) {
  if (entry.kind == "word") {
    const bool is_one = std::any_of(entry.words.begin(), entry.words.end(),
                                    [&](const Word& word) { return word.name == text; });
    return is_one ? text : "";
  }
  if (entry.kind != "number" && entry.kind != "lever" && entry.kind != "trait") return {};
  if (is_quantity(entry, text, period)) return text;
  const std::string with_period = text + " per " + std::string(named(period).name);
  const bool lacks_period = entry.quantity == Quantity::chance && text.ends_with('%');
  return lacks_period && is_quantity(entry, with_period, period) ? with_period : "";
}

}  // namespace

std::string as_only_member(const Node& value, const std::string& path, Period period) {
  if (value.kind != Node::Kind::scalar || value.quoted || value.text.size() > longest_value) return {};
  std::array<std::vector<std::string>, 4> found;  // required, of its model, of any, of another
  for (const auto& entry : full_catalogue()) {
    const std::string_view group = in_the_world(path);
    if (group != path && !(entry.may_be & by_segment)) continue;
    const std::string name = name_inside(entry.path, group);
    const std::string text = name.empty() ? "" : fitted(entry, value.text, period);
    if (text.empty()) continue;
    const std::string written = name + ": " + text;
    if (!entry.unread.empty())
      found[3].push_back("model: " + std::string(entry.only_with.words().front()) + ", " + written);
    else
      found[entry.required ? 0 : entry.only_with.any() ? 2 : 1].push_back(written);
  }
  for (const auto& fitting : found)
    if (!fitting.empty()) return fitting.size() == 1 ? fitting.front() : "";
  return {};
}

}  // namespace clientele
