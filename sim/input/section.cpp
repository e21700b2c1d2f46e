// SPDX-License-Identifier: MIT
#include "sim/input/section.hpp"

#include <algorithm>

#include "sim/base/spelling.hpp"
#include "sim/input/figure.hpp"
#include "sim/input/shown.hpp"
#include "sim/scenario/catalogue.hpp"

namespace clientele {

namespace {

/// Of the paths of a world that end in this key the least deep; empty if there is none, or more than one.
std::string home_of(const std::string& key) {
  std::string home;
  std::ptrdiff_t least = 0;
  bool several = false;
  for (const auto& entry : full_catalogue()) {
    if (!entry.path.ends_with("." + key)) continue;
    const auto depth = std::count(entry.path.begin(), entry.path.end(), '.');
    if (!home.empty() && depth > least) continue;
    several = !home.empty() && depth == least;
    home = entry.path;
    least = depth;
  }
  return several ? "" : home;
}

/// What a message calls the mapping at a path: its last part; of `changes.1`: an entry of changes.
std::string called(const std::string& path) {
  if (path.empty()) return "the file";
  const auto dot = path.rfind('.');
  const std::string last = path.substr(dot + 1);
  const bool is_number = last.find_first_not_of("0123456789") == std::string::npos;
  return is_number && dot != std::string::npos ? "an entry of " + path.substr(0, dot) : last;
}

std::string remedy_for(const std::string& key, const std::vector<std::string>& takes) {
  if (const std::string meant = nearest(key, takes); !meant.empty()) return "Did you mean '" + meant + "'?";
  if (key == "every" && std::find(takes.begin(), takes.end(), "each") != takes.end())
    return "Did you mean 'each'?";
  if (const std::string home = home_of(key); !home.empty()) return "It belongs in '" + home + "'.";
  return "Remove it, or write one of these.";
}

}  // namespace

bool is_rest_of_decimal_comma(const Node& mapping, std::size_t i) {
  const Member& it = mapping.members[i];
  if (i == 0 || it.value.kind != Node::Kind::nothing) return false;
  const Node& before = mapping.members[i - 1].value;
  return before.kind == Node::Kind::scalar && !before.quoted && read_figure(before.text) &&
         it.key.find_first_not_of("0123456789%kM") == std::string::npos;
}

std::string Section::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

const Member* Section::take(std::string_view key) {
  if (std::find(takes_.begin(), takes_.end(), key) == takes_.end()) takes_.emplace_back(key);
  return mapping_ ? member(*mapping_, key) : nullptr;
}

void Section::report_unknown(Problems& problems) const {
  if (!mapping_) return;
  const std::set<std::string> known(takes_.begin(), takes_.end());
  for (std::size_t i = 0; i < mapping_->members.size(); ++i) {
    const Member& it = mapping_->members[i];
    if (known.contains(it.key)) continue;
    const std::string path = path_of(shown(it.key));
    if (is_rest_of_decimal_comma(*mapping_, i)) {
      const Member& before = mapping_->members[i - 1];
      problems.add({it.place, path_of(before.key), "a comma ends the number here",
                    "Write '" + before.value.text + "." + it.key + "' with a decimal point, or '" +
                        before.value.text + it.key + "'."});
      continue;
    }
    const std::string whose = called(path_);
    problems.add({it.place, path, "unknown key (" + whose + " takes " + listed(takes_) + ")",
                  remedy_for(it.key, takes_)});
  }
}

Problem no_value(const Member& member, const std::string& path) {
  return {member.place, path, "has no value", "Write one after the colon, or remove the key."};
}

}  // namespace clientele
