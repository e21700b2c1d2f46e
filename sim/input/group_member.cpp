// SPDX-License-Identifier: MIT
#include "sim/input/group_member.hpp"

#include <algorithm>

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

bool fits(const CatalogueEntry& entry, const std::string& text, Period period) {
  if (entry.kind == "word")
    return std::any_of(entry.words.begin(), entry.words.end(),
                       [&](const Word& word) { return word.name == text; });
  if (entry.kind != "number" && entry.kind != "lever" && entry.kind != "trait") return false;
  const Parameter is{.name = "", .unit = entry.unit, .quantity = entry.quantity, .range = entry.range};
  return bool(read_quantity(text, is, period));
}

}  // namespace

std::string only_member_for(const Node& value, const std::string& path, Period period) {
  if (value.kind != Node::Kind::scalar || value.quoted || value.text.size() > longest_value) return {};
  std::string only;
  for (const auto& entry : full_catalogue()) {
    const std::string name = name_inside(entry.path, path);
    if (name.empty() || !fits(entry, value.text, period)) continue;
    if (!only.empty()) return {};
    only = name;
  }
  return only;
}

}  // namespace clientele
