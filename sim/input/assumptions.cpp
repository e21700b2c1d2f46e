// SPDX-License-Identifier: MIT
#include "sim/input/assumptions.hpp"

#include <algorithm>

#include "sim/input/correlation_reader.hpp"
#include "sim/input/draws_file.hpp"
#include "sim/input/scalar.hpp"
#include "sim/scenario/acts_on.hpp"
#include "sim/scenario/uncertain_shares.hpp"

namespace clientele {

namespace {

void settle_paths(World& world, const Places& places) {
  const auto numbers = numbers_of(world);
  for (auto& assumption : world.assumptions)
    for (const auto& number : numbers)
      if (number.path == assumption.path) assumption.acts_on = paths_acted_on(number, world, numbers, places);
}

std::vector<double> column_of(const JointDraws& joint, std::size_t column) {
  std::vector<double> values;
  for (const auto& row : joint.rows) values.push_back(row[column]);
  std::sort(values.begin(), values.end());
  return values;
}

/// The median of a column stands for its numbers. Of an even number of rows it is the upper one, so that what
/// is whole stays so.
void take_middles(World& world) {
  NumbersByPath middles;
  for (std::size_t c = 0; c < world.joint->paths.size(); ++c) {
    const auto values = column_of(*world.joint, c);
    for (const auto& path : world.joint->acts_on[c]) middles[path] = values[values.size() / 2];
  }
  set_numbers(world, middles);
}

void load_draws(const Node& tree, World& world, const ReadNamedText& read, Places& places,
                Problems& problems) {
  const Member* named = member(tree, "draws");
  if (!named) return;
  places.remember("draws", named->value.place);
  const auto file = text_in({*named, "draws"}, problems);
  if (!file) return;
  const auto text = read("draws", *file);
  if (!text) return;
  const std::size_t known_before = problems.found().size();
  JointDraws joint = read_draws(text->text, text->name, world, places, problems);
  if (problems.found().size() > known_before) return;
  world.joint = std::move(joint);
  take_middles(world);
}

/// The shares of brands that are uncertain, each from where to where it lies most of the time.
struct ShareSpans {
  std::vector<std::string> paths;
  double low = 0, high = 0;

  explicit ShareSpans(const World& world) {
    for (const auto& assumption : world.assumptions)
      add(assumption.path, value_of(assumption, 0.05, world.market.period),
          value_of(assumption, 0.95, world.market.period));
    if (!world.joint) return;
    for (std::size_t c = 0; c < world.joint->paths.size(); ++c) {
      const auto values = column_of(*world.joint, c);
      add(world.joint->paths[c], values.front(), values.back());
    }
  }

  bool contains(const std::string& path) const {
    return std::find(paths.begin(), paths.end(), path) != paths.end();
  }

 private:
  void add(const std::string& path, double from, double to) {
    if (!path.starts_with("brands.") || !path.ends_with(".share") ||
        std::count(path.begin(), path.end(), '.') != 2)
      return;
    paths.push_back(path);
    low += from;
    high += to;
  }
};

/// The middles of uncertain shares need not sum to 1 with the others, but some values between must.
void make_room_for_middles(World& world) {
  const ShareSpans open(world);
  double firm = 0;
  for (const auto& brand : world.brands)
    if (brand.is.share && !open.contains("brands." + brand.name + ".share")) firm += brand.is.share->value;
  if (firm + open.low <= 1 && 1 <= firm + open.high)
    make_room(world, [&](const std::string& path) { return open.contains(path); });
}

}  // namespace

void settle_assumptions(const Node& tree, World& world, const ReadNamedText& read, Places& places,
                        Problems& problems) {
  settle_paths(world, places);
  load_draws(tree, world, read, places, problems);
  read_correlations(tree, world, problems);
  make_room_for_middles(world);
}

}  // namespace clientele
