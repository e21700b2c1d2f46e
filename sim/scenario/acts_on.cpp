// SPDX-License-Identifier: MIT
#include "sim/scenario/acts_on.hpp"

#include <algorithm>

namespace clientele {

namespace {

/// A retention that the segment has decides its inertia, so that the world's does not act there.
bool is_decided_by_retention(const NumberEntry& number, const Segment& segment) {
  return number.written_at == "choice.inertia" && segment.behaviours.choice.retention;
}

}  // namespace

std::vector<std::string> paths_acted_on(const NumberEntry& number, const World& world,
                                        const std::vector<NumberEntry>& numbers, const Places& places) {
  std::vector<std::string> paths = {number.path};
  if (!(number.may_be & by_segment) || number.path.starts_with("segments.")) return paths;
  for (const auto& segment : world.segments) {
    const std::string prefix = "segments." + segment.name + ".", path = prefix + number.path;
    const bool has = std::any_of(numbers.begin(), numbers.end(),
                                 [&](const NumberEntry& other) { return other.path == path; });
    if (has && !places.knows(prefix + number.written_at) && !is_decided_by_retention(number, segment.is))
      paths.push_back(path);
  }
  return paths;
}

}  // namespace clientele
