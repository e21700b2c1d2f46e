// SPDX-License-Identifier: MIT
#include "sim/scenario/levels.hpp"

#include <algorithm>

#include "sim/base/contract.hpp"
#include "sim/base/spelling.hpp"

namespace clientele {

bool has_nests(const Choice& choice) {
  return choice.model == Choice::Model::logit &&
         std::any_of(choice.nests.begin(), choice.nests.end(),
                     [](const auto& nest) { return nest.is.value < 1; });
}

std::size_t nest_of(const Choice& choice, const Brand& brand) {
  for (std::size_t n = 0; n < choice.nests.size(); ++n)
    if (choice.nests[n].name == brand.level) return n;
  expects(false);
  return 0;
}

double similarity_of(const World& world, const Brand& brand) {
  double least = 1;
  for (const auto& segment : segments_of(world)) {
    const Choice& choice = segment.is.behaviours.choice;
    if (has_nests(choice)) least = std::min(least, choice.nests[nest_of(choice, brand)].is.value);
  }
  return least;
}

void check_levels(const World& world, const Places& places, Problems& problems) {
  const auto refuse = [&](const std::string& path, std::string reason, std::string remedy) {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  };
  const auto& nests = world.behaviours.choice.nests;
  std::vector<std::string> names;
  for (const auto& nest : nests) names.push_back(nest.name);
  for (const auto& brand : world.brands) {
    const std::string path = "brands." + brand.name + ".level", &level = brand.is.level;
    if (nests.empty() && places.knows(path))
      refuse(path, "is unused, because choice has no nests",
             "Add 'nests: {" + level + ": 0.7}' to choice, with each level of the brands, or remove it.");
    if (nests.empty() || find(nests, level)) continue;
    const std::string meant = nearest(level, names);
    refuse(
        places.knows(path) ? path : "brands." + brand.name,
        "there is no nest '" + level + "' (choice.nests has " + listed(names) + ")",
        meant.empty() ? "Add it there, or write the level of one of them." : "Did you mean '" + meant + "'?");
  }
  for (const std::string& name : names)
    if (std::none_of(world.brands.begin(), world.brands.end(),
                     [&](const auto& brand) { return brand.is.level == name; }))
      refuse("choice.nests." + name, "is unused: no brand has this level",
             "Write 'level: " + name + "' for the brands that belong to it, or remove it.");
}

}  // namespace clientele
