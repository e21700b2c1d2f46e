// SPDX-License-Identifier: MIT
#include "sim/scenario/programme_checks.hpp"

namespace clientele {

void check_programmes(const World& world, const Places& places, Problems& problems) {
  int programmes = 0;
  for (const auto& [name, brand] : world.brands) {
    if (!brand.programme) continue;
    const std::string path = "brands." + name + ".programme";
    const auto refuse = [&](const std::string& of, std::string reason, std::string remedy) {
      problems.add({places.of(of), of, std::move(reason), std::move(remedy)});
    };
    if (!brand.price)
      refuse(path, name + " has no price, and points are for money", "Write 'price: …' for it.");
    if (++programmes > most_programmes_of_world)
      refuse(path, "is one programme too many (at most " + std::to_string(most_programmes_of_world) + ")",
             "Remove the one that matters least.");
    if (world.behaviours.choice.model != Choice::Model::switching_matrix) continue;
    for (const auto& [value, what] : {std::pair(brand.programme->utility.value, ".utility"),
                                      std::pair(brand.programme->reward_utility.value, ".reward_utility"),
                                      std::pair(brand.programme->pressure.value, ".pressure")})
      if (value != 0)
        refuse(path + what, "changes nothing, because a switching matrix knows no utility",
               "Remove it, or choose by 'model: logit'.");
  }
}

}  // namespace clientele
