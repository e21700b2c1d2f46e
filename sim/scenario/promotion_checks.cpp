// SPDX-License-Identifier: MIT
#include "sim/scenario/promotion_checks.hpp"

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

void check_promotions(const World& world, const Places& places, Problems& problems) {
  const auto refuse = [&](const std::string& path, std::string reason, std::string remedy) {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  };
  for (const auto& [name, promotion] : world.promotions) {
    const std::string path = "promotions." + name;
    const Brand* brand = find(world.brands, promotion.brand);
    if (!brand && !promotion.brand.empty()) {
      const auto brands = names_of(world.brands);
      refuse(path + ".brand",
             "there is no brand '" + promotion.brand + "' (the brands are " + listed(brands) + ")",
             remedy_for(promotion.brand, brands));
    } else if (brand && !brand->price) {
      refuse(path + ".brand", promotion.brand + " has no price to take a discount off",
             "Write 'price: …' for it.");
    }
    const auto segments = names_of(world.segments);
    if (!promotion.segment.empty() && segments.empty())
      refuse(path + ".to.segment", "the world has no segments", "Remove it, or write 'segments: …'.");
    else if (!promotion.segment.empty() && !find(world.segments, promotion.segment))
      refuse(path + ".to.segment",
             "there is no segment '" + promotion.segment + "' (the segments are " + listed(segments) + ")",
             remedy_for(promotion.segment, segments));
    if (!is_of_all(promotion) && promotion.seen == Promotion::Seen::before_choice &&
        places.knows(path + ".seen"))
      refuse(path + ".seen", "who chooses a brand does not know yet whether his purchase reaches the basket",
             "Write 'seen: at_purchase', or remove the basket.");
  }
}

}  // namespace clientele
