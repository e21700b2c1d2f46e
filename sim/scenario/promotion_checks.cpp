// SPDX-License-Identifier: MIT
#include "sim/scenario/promotion_checks.hpp"

#include "sim/scenario/name_checks.hpp"

namespace clientele {

void check_promotions(const World& world, const Places& places, Problems& problems) {
  const auto refuse = [&](const std::string& path, std::string reason, std::string remedy) {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  };
  for (const auto& [name, promotion] : world.promotions) {
    const std::string path = "promotions." + name;
    check_brand_name(world, promotion.brand, path + ".brand", places, problems);
    const Brand* brand = find(world.brands, promotion.brand);
    if (brand && !brand->price)
      refuse(path + ".brand", promotion.brand + " has no price to take a discount off",
             "Write 'price: …' for it.");
    check_segment_name(world, promotion.segment, path + ".to.segment", places, problems);
    if (!is_of_all(promotion) && promotion.seen == Promotion::Seen::before_choice &&
        places.knows(path + ".seen"))
      refuse(path + ".seen", "who chooses a brand does not know yet whether his purchase reaches the basket",
             "Write 'seen: at_purchase', or remove the basket.");
  }
}

}  // namespace clientele
