// SPDX-License-Identifier: MIT
#include "sim/scenario/retention.hpp"

#include <algorithm>

#include "sim/scenario/brand_checks.hpp"

namespace clientele {

void settle_retention(World& world, const Places& places) {
  for (auto& segment : world.segments) {
    Choice& choice = segment.is.behaviours.choice;
    const std::string path = "segments." + segment.name + ".choice.";
    if (places.knows(path + "inertia") && !places.knows(path + "retention")) choice.retention.reset();
    if (choice.retention) choice.inertia = {};
  }
}

void check_retention(const World& world, const Places& places, Problems& problems) {
  std::vector<std::string> prefixes = {""};
  for (const auto& segment : world.segments) prefixes.push_back("segments." + segment.name + ".");
  const auto brands_today = std::count_if(world.brands.begin(), world.brands.end(),
                                          [](const auto& brand) { return is_there_at_start(brand.is); });
  for (const std::string& prefix : prefixes) {
    const std::string path = prefix + "choice.retention";
    if (!places.knows(path)) continue;
    if (places.knows(prefix + "choice.inertia"))
      problems.add({places.of(path), path, "stands beside 'inertia', but the one is found from the other",
                    "Keep one of the two."});
    if (brands_today == 1)
      problems.add({places.of(path), path, "of one brand alone everybody is retained",
                    "Leave it out; 'departure' says how many leave."});
  }
  for (const auto& segment : segments_of(world)) {
    const Behaviours& b = segment.is.behaviours;
    if (!b.choice.retention || b.need.model != Need::Model::contract) continue;
    const std::string own = "segments." + segment.name + ".choice.retention";
    const std::string path = places.knows(own) ? own : "choice.retention";
    problems.add({places.of(path), path,
                  "is of purchases, but with a contract customers choose at renewals only",
                  "Write 'inertia' instead; 'check' tells how many stay."});
    break;
  }
}

}  // namespace clientele
