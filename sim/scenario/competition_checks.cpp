// SPDX-License-Identifier: MIT
#include "sim/scenario/competition_checks.hpp"

#include <algorithm>

#include "sim/base/spelling.hpp"
#include "sim/scenario/answers.hpp"

namespace clientele {

namespace {

struct CompetitionChecks {
  const World& world;
  const Places& places;
  Problems& problems;

  void refuse(const std::string& path, std::string reason, std::string remedy) const {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  /// The brand that is watched; nullptr, with a problem if it should be one.
  const Brand* watched_by(const Named<Brand>& brand) const {
    const std::string path = "brands." + brand.name + ".reaction";
    const std::string& watches = brand.is.reaction->watches;
    if (watches == watches_all) return nullptr;
    const std::string& name = watches.empty() ? world.market.focal : watches;
    if (name == brand.name) {
      refuse(watches.empty() ? path : path + ".watches", "a brand cannot answer itself",
             "Write 'watches: all', or the name of another brand.");
      return nullptr;
    }
    const Brand* watched = find(world.brands, name);
    if (watched || watches.empty()) return watched;
    std::vector<std::string> names = {std::string(watches_all)};
    for (const auto& other : world.brands)
      if (other.name != brand.name) names.push_back(other.name);
    const std::string meant = nearest(name, names);
    refuse(path + ".watches", "there is no brand '" + name + "' (it takes " + listed(names, "or") + ")",
           meant.empty() ? "Write one of them." : "Did you mean '" + meant + "'?");
    return nullptr;
  }

  void check_reaction(const Named<Brand>& brand) const {
    const Reaction& reaction = *brand.is.reaction;
    const std::string path = "brands." + brand.name + ".reaction";
    const Brand* watched = watched_by(brand);
    if (reaction.matches_prices()) {
      if (!brand.is.price)
        refuse(path, "the brand has no price to answer with", "Write its price, or 'model: imitate'.");
      else if (!brand.is.unit_cost)
        refuse(path, "the brand has no unit cost, which its answers must not go below",
               "Write its unit_cost, such as 'unit_cost: 1.10'.");
      if (watched && !watched->price)
        refuse(path, "the brand that it watches has no price", "Write one, or watch another brand.");
    }
    if (reaction.imitates() && brand.is.ratings.empty())
      refuse(path, "the brand has no ratings to raise", "Write its ratings, or 'model: match_price'.");
  }

  /// An owner of one brand alone says nothing, and is likely a slip of the pen.
  void check_owner(const Named<Brand>& brand) const {
    std::vector<std::string> others;
    for (const auto& other : world.brands)
      if (other.name != brand.name && !other.is.owner.empty()) others.push_back(other.is.owner);
    if (std::find(others.begin(), others.end(), brand.is.owner) != others.end()) return;
    const std::string meant = nearest(brand.is.owner, others);
    refuse("brands." + brand.name + ".owner", "no other brand has this owner",
           meant.empty() ? "Write the same owner for another brand, or remove it."
                         : "Did you mean '" + meant + "'?");
  }
};

}  // namespace

void check_competition(const World& world, const Places& places, Problems& problems) {
  const CompetitionChecks checks{world, places, problems};
  for (const auto& brand : world.brands) {
    if (reacts(brand.is)) checks.check_reaction(brand);
    if (!brand.is.owner.empty()) checks.check_owner(brand);
  }
}

}  // namespace clientele
