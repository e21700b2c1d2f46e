// SPDX-License-Identifier: MIT
#include "sim/scenario/advertising_checks.hpp"

#include "sim/scenario/awareness_course.hpp"
#include "sim/scenario/brand_checks.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

struct AdvertisingChecks {
  const World& world;
  const Places& places;
  Problems& problems;

  void refuse(const std::string& path, std::string reason, std::string remedy) const {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  void check_unused(const Named<Brand>& brand) const {
    for (const std::string of : {"consistency", "effectiveness"})
      if (const std::string path = "brands." + brand.name + "." + of; places.knows(path))
        refuse(path, "is unused, because the brand does not advertise",
               "Add 'advertising: 100k per " + std::string(named(world.market.period).name) +
                   "' to the brand, or remove it.");
  }

  void check_brand(const Named<Brand>& brand) const {
    const std::string path = "brands." + brand.name + ".";
    const double awareness = brand.is.awareness.today.value;
    if (awareness >= 1) {
      refuse(path + "advertising", "everybody has heard of the brand, so there is nobody to reach",
             "Write its awareness, such as 'awareness: 60%', or remove the advertising.");
      return;
    }
    if (!world.consideration || effectiveness_of(world, brand.is)) return;
    const double decay = world.consideration->decay.value;
    if (!is_there_at_start(brand.is) ||
        brand.is.advertising->today.value * brand.is.consistency.today.value == 0) {
      refuse(path + "advertising",
             is_there_at_start(brand.is)
                 ? "today it reaches nobody, so that nothing says how effective it would be"
                 : "the brand is not there today, so nothing says how effective it is",
             "Add 'effectiveness: " + example_of_effectiveness() + "' to the brand.");
      return;
    }
    const auto share = [&](double x) { return quantity_text(x, Quantity::share, world.market.period); };
    refuse(path + "awareness",
           share(awareness) + " cannot be held where " + share(decay) +
               " forget the brand each period: at most " + share(1 / (1 + decay)) +
               " could, by reaching everybody",
           "Write a lower awareness, or a lower consideration.decay.");
  }

  /// That of a brand for which it can be found, as a size to go by.
  std::string example_of_effectiveness() const {
    for (const auto& brand : world.brands)
      if (const auto found = effectiveness_of(world, brand.is)) return number_text(*found, 3);
    return "1e-6";
  }
};

}  // namespace

void check_advertising(const World& world, const Places& places, Problems& problems) {
  const AdvertisingChecks checks{world, places, problems};
  bool some = false;
  for (const auto& brand : world.brands) {
    some = some || brand.is.advertising;
    if (brand.is.advertising)
      checks.check_brand(brand);
    else
      checks.check_unused(brand);
  }
  if (world.consideration && !some)
    checks.refuse("consideration", "is unused, because no brand advertises",
                  "Write 'advertising: …' for a brand, or remove it.");
  if (world.consideration) return;
  for (const auto& brand : world.brands)
    if (brand.is.advertising)
      checks.refuse("brands." + brand.name + ".advertising", "nothing says how fast people forget a brand",
                    "Add 'consideration: {decay: 10% per month}' to the world.");
}

void check_awareness_changes(const Scenario& scenario, const Places& places, Problems& problems) {
  for (std::size_t i = 0; i < scenario.changes.size(); ++i)
    for (const auto& brand : scenario.world.brands) {
      const std::string advertising = "brands." + brand.name + ".advertising";
      if (!brand.is.advertising || scenario.changes[i].path != "brands." + brand.name + ".awareness")
        continue;
      const std::string path = "changes." + std::to_string(i + 1) + ".change";
      problems.add({places.of(path), path, "the awareness of " + brand.name + " follows its advertising",
                    "Change '" + advertising + "'."});
    }
}

}  // namespace clientele
