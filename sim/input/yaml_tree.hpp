// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/problem.hpp"

namespace clientele {

struct Member;

/// A piece of a YAML file, and where it stands.
struct Node {
  enum class Kind { nothing, scalar, sequence, mapping };  ///< nothing: `key:` with no value, `~`, `null`

  Kind kind = Kind::nothing;
  std::string text{};           ///< of a scalar, as it was written
  bool quoted = false;          ///< a quoted scalar is text, never a number
  Place place{};                ///< of nothing: the place of its key
  std::vector<Member> members;  ///< of a mapping, in the order of the file
  std::vector<Node> items{};    ///< of a sequence
};

/// A key of a mapping with its value.
struct Member {
  std::string key;
  Place place;
  Node value;
};

/// The member of a mapping with this key, or nullptr.
const Member* member(const Node& mapping, std::string_view key);
Member* member(Node& mapping, std::string_view key);

/// Gives the node and everything in it the same place.
void move_to(Node& node, const Place& place);

/// The tree of a file called `name`. Aliases are resolved and stand where they were written.
/// Refuses what YAML allows but readers of a file misunderstand: keys written twice, merge keys, several
/// documents, tags, keys that are no words, a file that is one piece of text; and what only an attacker
/// writes: more than a million nodes, nesting deeper than 100, binary content. Throws BadScenario.
Node read_yaml(std::string_view bytes, const std::string& name);

}  // namespace clientele
