// SPDX-License-Identifier: MIT
#include "sim/cli/reference.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/spelling.hpp"
#include "sim/scenario/catalogue.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/study/metrics.hpp"

namespace clientele {

namespace {
std::string distributions_of(const CatalogueEntry& entry) {
  std::vector<std::string> forms;
  for (const auto& name : distribution_names)
    for (const auto follows : entry.may_follow)
      if (name.distribution == follows)
        forms.push_back(name.second.empty() ? fmt::format("{} ({})", name.name, name.first)
                                            : fmt::format("{} ({}, {})", name.name, name.first, name.second));
  return listed(forms, "or");
}

std::string words_of(const CatalogueEntry& entry) {
  std::vector<std::string> words;
  for (const auto& word : entry.words)
    words.push_back(word.meaning.empty() ? std::string(word.name)
                                         : fmt::format("{} ({})", word.name, word.meaning));
  return listed(words, "or");
}

std::string kind_of(const CatalogueEntry& entry) {
  if (entry.kind == "trait")
    return "a number for all customers, or across customers " + distributions_of(entry);
  if (entry.kind == "word") return "one of " + words_of(entry);
  if (entry.kind == "text") return "a text";
  if (entry.kind == "note") return "";
  const Parameter is{.unit = entry.unit, .quantity = entry.quantity, .range = entry.range};
  const std::string what = is_moment(entry)                       ? "a moment"
                           : entry.quantity == Quantity::duration ? "a length of time"
                                                                  : "a number";
  return what + ", such as " + example_of(is, Period::month);
}

bool is_bounded(const CatalogueEntry& entry) {
  return std::isfinite(entry.range.low) || std::isfinite(entry.range.high);
}

std::string standard_of(const CatalogueEntry& entry) {
  if (!entry.standard_text.empty()) return std::string(entry.standard_text);
  if (entry.standard) return quantity_text(*entry.standard, entry.quantity, Period::month);
  if (entry.required) return "none: it must be given";
  return entry.kind == "note" ? "" : "none: absent unless given";
}

std::string roles_of(const CatalogueEntry& entry) {
  std::vector<std::string> roles;
  if (entry.may_be & by_segment) roles.emplace_back("a segment's own");
  if (entry.may_be & uncertain)
    roles.emplace_back(entry.may_be & chosen ? "uncertain of a brand that is not ours" : "uncertain");
  if (entry.may_be & decided) roles.emplace_back("changed by a scenario");
  return listed(roles);
}

Described described(const CatalogueEntry& entry) {
  return {.what = Described::What::parameter,
          .path = entry.path,
          .meaning = std::string(entry.meaning),
          .kind = kind_of(entry),
          .unit = std::string(entry.unit),
          .permitted = is_bounded(entry) ? range_text(entry.range, entry.quantity, Period::month) : "",
          .standard = standard_of(entry),
          .may_be = roles_of(entry),
          .source = std::string(entry.source)};
}

Described described(const Metric& metric) {
  Described metric_is{.what = Described::What::metric,
                      .path = "metrics." + std::string(metric.name),
                      .meaning = std::string(metric.meaning),
                      .kind = {},
                      .unit = std::string(metric.unit),
                      .permitted = {},
                      .standard = {},
                      .may_be = {},
                      .source = {}};
  switch (metric.adds) {
    case Metric::Adds::flow:
      metric_is.kind = "added up over periods";
      break;
    case Metric::Adds::stock:
      metric_is.kind = "taken at the end of the periods";
      break;
    case Metric::Adds::ratio:
      metric_is.kind = "a ratio of sums over the periods";
      break;
  }
  metric_is.kind += metric.of == Metric::Of::brand ? "; one for each brand" : "; one for the whole market";
  return metric_is;
}

std::vector<std::string> parts_of(const std::string& path) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const auto dot = std::min(path.find('.', at), path.size());
    parts.push_back(path.substr(at, dot - at));
    at = dot + 1;
  }
  return parts;
}

/// Whether the path is the pattern's beginning, with names of the user's own in the place of `<brand>`.
bool begins(const std::string& pattern, const std::string& path) {
  const auto expected = parts_of(pattern), given = parts_of(path);
  if (expected.size() < given.size()) return false;
  for (std::size_t i = 0; i < given.size(); ++i)
    if (expected[i] != given[i] && !(expected[i].starts_with("<") && !given[i].empty())) return false;
  return true;
}

bool matches(const std::string& pattern, const std::string& path) {
  return std::count(pattern.begin(), pattern.end(), '.') == std::count(path.begin(), path.end(), '.') &&
         begins(pattern, path);
}

std::optional<Described> matching(const std::vector<Described>& all, const std::string& path) {
  for (const auto& one : all)
    if (matches(one.path, path)) return one;
  return std::nullopt;
}

bool names_a_distribution(const std::string& word) {
  for (const auto& name : distribution_names)
    if (word == name.first || word == name.second) return true;
  return false;
}

/// `brands.<brand>.price` as `brands.price`.
std::string without_placeholders(const std::string& path) {
  auto parts = parts_of(path);
  std::erase_if(parts, [](const std::string& part) { return part.starts_with("<"); });
  return fmt::format("{}", fmt::join(parts, "."));
}

/// `segments.students.choice.inertia` without its segment.
std::string in_the_world(const std::string& path) {
  const auto parts = parts_of(path);
  if (parts.size() < 3 || parts.front() != "segments") return path;
  return path.substr(parts[0].size() + parts[1].size() + 2);
}
}  // namespace

std::vector<Described> reference() {
  std::vector<Described> all;
  for (const auto& entry : full_catalogue()) all.push_back(described(entry));
  for (const auto& metric : all_metrics()) all.push_back(described(metric));
  return all;
}

std::optional<Described> look_up(const std::vector<Described>& all, const std::string& path) {
  if (auto found = matching(all, path)) return found;
  if (auto found = matching(all, in_the_world(path))) return found;
  const std::string in_world = in_the_world(path);
  const auto dot = in_world.rfind('.');
  if (dot != std::string::npos && names_a_distribution(in_world.substr(dot + 1)))
    if (auto found = matching(all, in_world.substr(0, dot));
        found && found->kind.starts_with("a number for all"))
      return found;
  return matching(all, "metrics." + path);
}

std::vector<Described> group_of(const std::vector<Described>& all, const std::string& path) {
  std::vector<Described> group;
  for (const std::string& whole : {path, in_the_world(path)}) {
    for (const auto& one : all)
      if (begins(one.path, whole)) group.push_back(one);
    if (!group.empty()) break;
  }
  return group;
}

std::string completed_path(const std::vector<Described>& all, const std::string& path) {
  for (const auto& one : all)
    if (one.path != path && without_placeholders(one.path) == path) return one.path;
  return {};
}

std::string nearest_path(const std::vector<Described>& all, const std::string& path) {
  std::vector<std::string> paths;
  if (auto completed = completed_path(all, path); !completed.empty()) return completed;
  const auto given = parts_of(in_the_world(path));
  for (const auto& one : all) {
    auto parts = parts_of(one.path);
    for (std::size_t i = 0; i < parts.size() && parts.size() == given.size(); ++i)
      if (parts[i].starts_with("<")) parts[i] = given[i];
    paths.push_back(fmt::format("{}", fmt::join(parts, ".")));
    if (one.what == Described::What::metric) paths.push_back(parts.back());
  }
  return nearest(in_the_world(path), paths);
}

}  // namespace clientele
