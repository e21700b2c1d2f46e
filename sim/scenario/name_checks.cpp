// SPDX-License-Identifier: MIT
#include "sim/scenario/name_checks.hpp"

#include "sim/base/spelling.hpp"

namespace clientele {

namespace {

template <class T>
std::vector<std::string> names_of(const std::vector<Named<T>>& members) {
  std::vector<std::string> names;
  for (const auto& member : members) names.push_back(member.name);
  return names;
}

std::string remedy_for(const std::string& name, const std::vector<std::string>& known) {
  const std::string meant = nearest(name, known);
  return meant.empty() ? "Write one of them." : "Did you mean '" + meant + "'?";
}

}  // namespace

void check_brand_name(const World& world, const std::string& name, const std::string& path,
                      const Places& places, Problems& problems) {
  if (name.empty() || find(world.brands, name)) return;
  const auto brands = names_of(world.brands);
  problems.add({places.of(path), path,
                "there is no brand '" + name + "' (the brands are " + listed(brands) + ")",
                remedy_for(name, brands)});
}

void check_segment_name(const World& world, const std::string& name, const std::string& path,
                        const Places& places, Problems& problems) {
  if (name.empty() || find(world.segments, name)) return;
  const auto segments = names_of(world.segments);
  if (segments.empty())
    problems.add({places.of(path), path, "the world has no segments", "Remove it, or write 'segments: …'."});
  else
    problems.add({places.of(path), path,
                  "there is no segment '" + name + "' (the segments are " + listed(segments) + ")",
                  remedy_for(name, segments)});
}

}  // namespace clientele
