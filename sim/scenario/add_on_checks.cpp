// SPDX-License-Identifier: MIT
#include "sim/scenario/add_on_checks.hpp"

#include <algorithm>

#include "sim/random/address.hpp"
#include "sim/scenario/name_checks.hpp"

namespace clientele {

void check_add_ons(const World& world, const Places& places, Problems& problems) {
  const auto refuse = [&](const std::string& path, std::string reason, std::string remedy) {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  };
  const auto segments = segments_of(world);
  const bool remembered = std::any_of(segments.begin(), segments.end(), [](const auto& segment) {
    return segment.is.behaviours.experience.has_value();
  });
  for (std::size_t i = 0; i < world.add_ons.size(); ++i) {
    const auto& [name, add_on] = world.add_ons[i];
    const std::string path = "add_ons." + name;
    check_brand_name(world, add_on.brand, path + ".brand", places, problems);
    const Brand* brand = find(world.brands, sender_of(world, add_on));
    if (brand && !(brand->price && brand->unit_cost))
      refuse(path, "its brand has no price and unit cost, so nothing is known of its money",
             "Write them for the brand.");
    if (add_on.satisfaction_effect.value != 0 && !remembered)
      refuse(path + ".satisfaction_effect", "changes nothing, because no satisfaction is modelled",
             "Write 'experience: …', or remove it.");
    if (add_on.bond.value != 0 && world.behaviours.choice.model == Choice::Model::switching_matrix)
      refuse(path + ".bond", "changes nothing, because a switching matrix knows no utility",
             "Remove it, or choose by 'model: logit'.");
    if (i >= most_add_ons_of_world)
      refuse(path, "is one add-on too many (at most " + std::to_string(most_add_ons_of_world) + ")",
             "Write those that are taken together as one.");
    for (std::size_t k = 0; k < i; ++k)
      if (brand_slot(world.add_ons[k].name) == brand_slot(name))
        refuse(path, "would by chance get the same random numbers as '" + world.add_ons[k].name + "'",
               "Rename one of them, such as '" + name + "_'.");
  }
}

}  // namespace clientele
