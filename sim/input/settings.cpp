// SPDX-License-Identifier: MIT
#include "sim/input/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

#include "models/number.hpp"
#include "sim/input/shown.hpp"

namespace clientele {

namespace {

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (true) {
    const auto dot = path.find('.', start);
    parts.push_back(path.substr(start, dot - start));
    if (dot == std::string::npos) return parts;
    start = dot + 1;
  }
}

bool is_distribution(std::string_view word) {
  return std::any_of(distribution_names.begin(), distribution_names.end(),
                     [&](const auto& names) { return names.name == word; });
}

/// `{normal: {mean: …}}` stands for its inside unless the path names the distribution.
Node& past_distribution(Node& node, const std::string& part) {
  const bool skip =
      node.members.size() == 1 && is_distribution(node.members[0].key) && part != node.members[0].key;
  return skip && node.members[0].value.kind == Node::Kind::mapping ? node.members[0].value : node;
}

struct Descent {
  const Setting& setting;
  Place place;
  Problems& problems;

  Node* refuse(std::string reason, std::string remedy) const {
    problems.add({place, shown(setting.path), std::move(reason), std::move(remedy)});
    return nullptr;
  }

  Node* step(Node& from, const std::string& part, const std::string& so_far) const {
    if (part.empty()) return refuse("the path has an empty part", "Write it like 'brands.us.price'.");
    Node& node = past_distribution(from, part);
    if (node.kind == Node::Kind::sequence) return element(node, part, so_far);
    if (node.kind == Node::Kind::scalar)
      return refuse("'" + so_far + "' is " + shown(node.text) + ", which has no parts",
                    "Set '" + so_far + "' itself, or write the distribution into the file.");
    node.kind = Node::Kind::mapping;
    if (Member* found = member(node, part)) return &found->value;
    node.members.push_back({part, place, {.place = place}});
    return &node.members.back().value;
  }

  Node* element(Node& list, const std::string& part, const std::string& so_far) const {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc{} || end != part.data() + part.size() || number < 1 || number > list.items.size())
      return refuse("'" + so_far + "' is a list of " + std::to_string(list.items.size()),
                    "Count its elements from 1.");
    return &list.items[number - 1];
  }
};

/// `{normal: {mean: 1, sd: 0.3}}` is read as YAML; anything else is one value. Nothing, with a problem, if it
/// is no YAML.
std::optional<Node> node_of(const Setting& setting, const Descent& descent) {
  if (!setting.value.starts_with('{'))
    return Node{.kind = Node::Kind::scalar, .text = setting.value, .place = descent.place};
  if (!setting.value.ends_with('}')) {
    descent.refuse("begins with '{', but does not end with '}'",
                   "Close the braces, and put it all in quotes.");
    return std::nullopt;
  }
  try {
    Node node = read_yaml(setting.value, "--set");
    move_to(node, descent.place);
    return node;
  } catch (const BadScenario& bad) {
    for (const auto& problem : bad.problems()) descent.refuse(problem.reason, problem.remedy);
    return std::nullopt;
  }
}

}  // namespace

void apply_setting(Node& world, const Setting& setting, Problems& problems) {
  const Descent descent{setting, {"--set " + shown(setting.path + "=" + setting.value)}, problems};
  if (setting.value.empty()) {
    descent.refuse("has no value", "Write '--set path=value', such as '--set brands.us.price=3.20'.");
    return;
  }
  const auto parts = parts_of(setting.path);
  for (const std::string_view own : std::array{"scenario", "world", "changes", "investments"}) {
    if (parts.front() != own) continue;
    descent.refuse("--set changes the world, not the scenario",
                   "Edit the scenario's file, or set a path such as 'brands.us.price'.");
    return;
  }
  auto value = node_of(setting, descent);
  if (!value) return;
  Node* node = &world;
  std::string so_far;
  for (const auto& part : parts) {
    node = descent.step(*node, part, so_far);
    if (!node) return;
    so_far += (so_far.empty() ? "" : ".") + part;
  }
  if (!node->members.empty() || !node->items.empty()) {
    const bool is_trait = node->members.size() == 1 && is_distribution(node->members[0].key);
    if (!is_trait) {
      descent.refuse("has parts of its own", "Set one of them: '" + so_far + "." +
                                                 (node->members.empty() ? "1" : shown(node->members[0].key)) +
                                                 "'.");
      return;
    }
  }
  *node = std::move(*value);
}

}  // namespace clientele
