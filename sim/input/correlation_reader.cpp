// SPDX-License-Identifier: MIT
#include "sim/input/correlation_reader.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "sim/base/spelling.hpp"
#include "sim/input/scalar.hpp"
#include "sim/input/section.hpp"
#include "sim/input/shown.hpp"
#include "sim/scenario/correlations.hpp"
#include "sim/scenario/numbers_by_path.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

constexpr std::size_t most_correlated = 200;
constexpr std::string_view example = "- {between: [choice.inertia.mean, choice.taste.sd], is: 0.6}";

struct CorrelationReader {
  World& world;
  Problems& problems;
  std::vector<std::string> known{};    ///< paths that are uncertain
  std::vector<std::string> numbers{};  ///< all paths
  std::vector<Place> places{};         ///< of `is` of each correlation

  void refuse(const Place& place, const std::string& path, std::string reason, std::string remedy) {
    problems.add({place, path, std::move(reason), std::move(remedy)});
  }

  bool is_one_of(const std::vector<std::string>& paths, const std::string& path) const {
    return std::find(paths.begin(), paths.end(), path) != paths.end();
  }

  /// Whether the path is of an assumption.
  bool check_path(const Node& node, const std::string& where) {
    if (node.kind != Node::Kind::scalar) {
      refuse(node.place, where, "is " + kind_text(node) + ", but two paths belong here",
             "Write, for example, '" + std::string(example) + "'.");
      return false;
    }
    const std::string path = node.text, quoted = "'" + shown(path) + "'";
    if (is_one_of(known, path)) return true;
    if (world.joint && is_one_of(world.joint->paths, path))
      refuse(node.place, where,
             quoted + " comes from " + world.joint->file + ", whose rows say how it goes with the others",
             "Leave it out here.");
    else if (is_one_of(numbers, path))
      refuse(node.place, where, quoted + " is not uncertain, so that it goes with nothing",
             "Write it as 'low to high', or leave the correlation out.");
    else if (const std::string meant = nearest(path, known); !meant.empty())
      refuse(node.place, where, "there is no " + quoted + " in this world", "Did you mean '" + meant + "'?");
    else
      refuse(node.place, where, "there is no " + quoted + " in this world",
             known.empty() ? "No number of it is uncertain: leave the correlations out."
                           : "Uncertain are " + some_known() + ".");
    return false;
  }

  std::string some_known() const {
    auto some = known;
    if (some.size() > 6) some.resize(6);
    return listed(some);
  }

  std::optional<double> read_value(Section& section) {
    const Member* is = section.take("is");
    if (!is) {
      refuse(section.place(), section.path_of("is"),
             "is missing (how closely they go together, from -1 to 1)", "Write, for example, 'is: 0.6'.");
      return std::nullopt;
    }
    const Parameter between{.name = "is", .range = {-1, 1, true, true}};
    return number_in({*is, section.path_of("is")}, between, world.market.period, problems);
  }

  std::optional<std::pair<std::string, std::string>> read_pair(Section& section) {
    const Member* between = section.take("between");
    const std::string where = section.path_of("between");
    if (!between || between->value.kind != Node::Kind::sequence || between->value.items.size() != 2) {
      refuse(between ? between->value.place : section.place(), where,
             between ? "must be a list of two paths" : "is missing (the two paths that go together)",
             "Write, for example, '" + std::string(example) + "'.");
      return std::nullopt;
    }
    const auto& items = between->value.items;
    const bool first = check_path(items[0], where), second = check_path(items[1], where);
    if (!first || !second) return std::nullopt;
    if (items[0].text == items[1].text) {
      refuse(items[1].place, where, "is one path twice", "Write the paths of two uncertain numbers.");
      return std::nullopt;
    }
    return std::pair(items[0].text, items[1].text);
  }

  void read_one(const Node& node, const std::string& path) {
    if (node.kind != Node::Kind::mapping) {
      refuse(node.place, path, "is " + kind_text(node) + ", but a correlation has keys",
             "Write, for example, '" + std::string(example) + "'.");
      return;
    }
    Section section(&node, path, node.place);
    const auto pair = read_pair(section);
    const auto value = read_value(section);
    section.report_unknown(problems);
    if (!pair || !value) return;
    for (std::size_t i = 0; i < world.correlations.size(); ++i) {
      const auto& other = world.correlations[i];
      if (std::minmax(other.one, other.other) != std::minmax(pair->first, pair->second)) continue;
      refuse(node.place, path,
             "says again how these two go together (first in line " + std::to_string(places[i].line) + ")",
             "Keep one of the two.");
      return;
    }
    world.correlations.push_back({pair->first, pair->second, *value});
    places.push_back(section.take("is")->value.place);
  }

  static std::string number(double value) { return number_text(value, 2); }
  static std::string between(const Correlation& one) { return one.one + " and " + one.other; }

  /// Whether all of them can be so at once.
  void check_together(const Place& place) {
    std::set<std::string> paths;
    for (const auto& one : world.correlations) paths.insert({one.one, one.other});
    if (paths.size() > most_correlated) {
      refuse(place, "correlations",
             "are between " + std::to_string(paths.size()) + " numbers (at most " +
                 std::to_string(most_correlated) + ")",
             "Give joint draws in a file instead: 'draws: posterior.csv'.");
      return;
    }
    if (paths.empty() || correlating_factor({paths.begin(), paths.end()}, world.correlations)) return;
    const Remedy remedy = nearest_correlations(world.correlations);
    std::vector<std::string> together;
    for (const double value : remedy.together) together.push_back(number(value));
    const std::string all =
        together.size() <= 10 ? "change them all to " + listed(together) : "lower them all";
    if (!remedy.pair) {
      refuse(place, "correlations", "cannot be all so at once (the matrix is not positive definite)",
             "Lower several of them; the nearest that can be is to " + all + ".");
      return;
    }
    refuse(places[*remedy.pair], "correlations",
           "cannot be all so at once (the matrix is not positive definite): those of " +
               between(world.correlations[*remedy.pair]) + " with others leave no room for " +
               number(world.correlations[*remedy.pair].is),
           "Write " + number(remedy.alone) + " here, or " + all + ", which is nearest.");
  }

  void read(const Member& list) {
    if (list.value.kind != Node::Kind::sequence) {
      refuse(list.value.place, "correlations", "is " + kind_text(list.value) + ", but a list belongs here",
             "Write each below it as '" + std::string(example) + "'.");
      return;
    }
    for (const auto& assumption : world.assumptions) known.push_back(assumption.path);
    for (const auto& entry : numbers_of(world)) numbers.push_back(entry.path);
    const std::size_t known_before = problems.found().size();
    for (std::size_t i = 0; i < list.value.items.size(); ++i)
      read_one(list.value.items[i], "correlations." + std::to_string(i + 1));
    if (problems.found().size() == known_before) check_together(list.place);
  }
};

}  // namespace

void read_correlations(const Node& tree, World& world, Problems& problems) {
  const Member* list = member(tree, "correlations");
  if (!list) return;
  CorrelationReader{world, problems}.read(*list);
}

}  // namespace clientele
