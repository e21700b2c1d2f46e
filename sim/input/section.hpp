// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/input/yaml_tree.hpp"

namespace clientele {

/// A mapping while it is read: which keys it takes, and which of its own keys nobody asked for.
class Section {
 public:
  /// `mapping` may be nullptr: the section was not written. `place` stands for what is missing in it.
  Section(const Node* mapping, std::string path, Place place)
      : mapping_(mapping), path_(std::move(path)), place_(std::move(place)) {}

  const std::string& path() const { return path_; }
  const Place& place() const { return place_; }
  const Node* mapping() const { return mapping_; }
  std::string path_of(std::string_view key) const;

  /// The member with this key, or nullptr if it was not written. The key is one that the section takes.
  const Member* take(std::string_view key);

  /// Adds a problem for every key that was not taken, with what may have been meant.
  void report_unknown(Problems& problems) const;

 private:
  const Node* mapping_;
  std::string path_;
  Place place_;
  std::vector<std::string> takes_;
};

/// Whether the key at this index is what a comma cut off: `{price: 3,20}` is the price 3 and a key 20.
bool is_rest_of_decimal_comma(const Node& mapping, std::size_t i);

/// How a message shows that a key has no value.
Problem no_value(const Member& member, const std::string& path);

}  // namespace clientele
