// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/scenario/world.hpp"

namespace clientele {

/// Values of numbers, levers of today and parameters of traits (`choice.inertia.mean`) by their path.
using NumbersByPath = std::map<std::string, double, std::less<>>;

/// Gives these numbers of the world these values. Paths of what the world does not have are passed over.
void set_numbers(World& world, const NumbersByPath& numbers);

/// A number that a world has: of a number or lever, or one of the parameters of a trait.
struct NumberEntry {
  std::string path;
  std::string written_at;  ///< the path under which it is written as a whole: of the trait, or of the list
  std::string_view unit;
  Quantity quantity = Quantity::number;
  Range range;
  unsigned may_be = fixed;
  bool whole = false;  ///< only whole numbers make sense
  double value = 0;
};

/// All numbers of a world, in the order in which they are best read.
std::vector<NumberEntry> numbers_of(const World& world);

/// Whether a number comes as a whole one: people, times, moments and most durations.
bool comes_whole(const Parameter& is);

}  // namespace clientele
