// SPDX-License-Identifier: MIT
#include "sim/scenario/brand_checks.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/spelling.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/share_checks.hpp"

namespace clientele {

namespace {

struct BrandChecks {
  const World& world;
  const Places& places;
  Problems& problems;

  void refuse(const std::string& path, std::string reason, std::string remedy) const {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  bool has_experience() const {
    return world.behaviours.experience ||
           std::any_of(world.segments.begin(), world.segments.end(),
                       [](const auto& s) { return s.is.behaviours.experience.has_value(); });
  }

  std::vector<std::string> brand_names() const {
    std::vector<std::string> names;
    for (const auto& brand : world.brands) names.push_back(brand.name);
    return names;
  }

  void check_focal() const {
    const Brand* focal = find(world.brands, world.market.focal);
    if (!focal) {
      const std::string meant = nearest(world.market.focal, brand_names());
      refuse("focal",
             "there is no brand '" + world.market.focal + "' (the brands are " + listed(brand_names()) + ")",
             meant.empty() ? "Write one of them." : "Did you mean '" + meant + "'?");
      return;
    }
    const std::string path = "brands." + world.market.focal;
    if (!is_there_at_start(*focal))
      refuse(path + ".enters", "the focal brand must be there at the start",
             "Leave 'enters' out, or ask about another brand.");
    if (!focal->price)
      refuse(path + ".price", "is missing; the focal brand needs it for its margin",
             "Write, for example, 'price: 3.20'.");
    if (!focal->unit_cost)
      refuse(path + ".unit_cost", "is missing; the focal brand needs it for its margin",
             "Write, for example, 'unit_cost: 1.10'.");
    if (!has_experience()) return;
    for (const std::string driver : {"quality", "service"})
      if (!find(focal->ratings, driver))
        refuse(path + ".ratings." + driver, "is missing; experience is on and needs it",
               "Write, for example, 'ratings: {" + driver + ": 4}'.");
  }

  void check_entrant(const Named<Brand>& brand) const {
    const std::string path = "brands." + brand.name;
    if (brand.is.share)
      refuse(path + ".share", "a brand that is not there at the start has no share today",
             "Write 'appeal: …' instead; 0 if its ratings say all.");
    else if (!brand.is.appeal && brand.is.ratings.empty())
      refuse(path, "nothing says how customers will like this brand when it enters",
             "Write 'appeal: …', or ratings.");
  }

  /// An exit fee needs contracts to leave.
  void check_exit_fees() const {
    const auto has_contracts = [](const Behaviours& b) { return b.need.model == Need::Model::contract; };
    if (has_contracts(world.behaviours) ||
        std::any_of(world.segments.begin(), world.segments.end(),
                    [&](const auto& segment) { return has_contracts(segment.is.behaviours); }))
      return;
    for (const auto& brand : world.brands)
      if (const std::string path = "brands." + brand.name + ".exit_fee"; places.knows(path))
        refuse(path, "is unused, because nobody has a contract",
               "Write 'model: contract' in need, or remove it.");
  }

  /// Failures need customers who remember them.
  void check_failures() const {
    if (has_experience()) return;
    for (const auto& brand : world.brands)
      for (const char* name : {"failure", "response", "cost_per_complaint", "cost_of_answer"})
        if (const std::string path = "brands." + brand.name + "." + name; places.knows(path))
          refuse(path, "is unused: without 'experience' nobody remembers what failed",
                 "Add 'experience: {}' to the world, or remove it.");
  }

  void check_shares() const {
    std::vector<const Named<Brand>*> start;
    bool any_share = false, any_appeal = false;
    double sum = 0;
    for (const auto& brand : world.brands) {
      if (brand.is.share && brand.is.appeal)
        refuse("brands." + brand.name, "gives both share and appeal, but the share decides the appeal",
               "Keep one of the two.");
      if (!is_there_at_start(brand.is)) {
        check_entrant(brand);
        continue;
      }
      start.push_back(&brand);
      any_share = any_share || brand.is.share;
      any_appeal = any_appeal || brand.is.appeal;
      if (brand.is.share) sum += brand.is.share->value;
      if (brand.is.share && brand.is.share->value > brand.is.awareness.today.value)
        refuse("brands." + brand.name + ".awareness",
               "fewer people have heard of the brand than its share of " +
                   quantity_text(brand.is.share->value, Quantity::share, world.market.period),
               "Write an awareness above the share.");
    }
    if (start.empty())
      refuse("brands", "no brand can be bought in the first period",
             "Let one be there from the start: leave out its 'enters'.");
    if (start.size() == 1 && !any_share) return;
    bool complete = true;
    for (const auto* brand : start) {
      const std::string path = "brands." + brand->name;
      const bool mixed = any_share && any_appeal && brand->is.appeal && !brand->is.share;
      const bool neither = !brand->is.share && !brand->is.appeal;
      complete = complete && !mixed && !neither;
      if (mixed)
        refuse(path + ".appeal", "some brands give share and some appeal, but they cannot be mixed",
               "Write 'share: …' for every brand, or 'appeal: …' for every brand.");
      else if (neither)
        refuse(path, "gives neither share nor appeal",
               any_share ? "Write its share; the others sum to " +
                               quantity_text(sum, Quantity::share, world.market.period) + "."
               : any_appeal ? "Write 'appeal: …' as for the others."
                            : "Write 'share: …' for each brand.");
    }
    if (any_share && complete)
      check_sum({"brands", brand_names(), sum}, world.market.period, places, problems);
  }

  void check_ratings() const {
    const auto& drivers = world.behaviours.choice.drivers;
    std::vector<std::string> known;
    for (const auto& driver : drivers) known.push_back(driver.name);
    for (const std::string remembered : {"quality", "service"})
      if (has_experience() && !find(drivers, remembered)) known.push_back(remembered);
    for (const auto& brand : world.brands)
      for (const auto& rating : brand.is.ratings) {
        if (std::find(known.begin(), known.end(), rating.name) != known.end()) continue;
        const std::string meant = nearest(rating.name, known);
        const std::string remedy = !meant.empty() ? "Did you mean '" + meant + "'?"
                                                  : "Add 'choice: {drivers: {" + rating.name +
                                                        ": {weight: …}}}', or remove the rating.";
        refuse("brands." + brand.name + ".ratings." + rating.name,
               "there is no driver of this name" + (known.empty() ? "" : " (drivers: " + listed(known) + ")"),
               remedy);
      }
    for (const auto& driver : drivers) {
      const bool rated = std::any_of(world.brands.begin(), world.brands.end(),
                                     [&](const auto& brand) { return find(brand.is.ratings, driver.name); });
      if (!rated)
        refuse("choice.drivers." + driver.name, "is unused: no brand has a rating for it",
               "Write 'ratings: {" + driver.name + ": …}' for the brands, or remove the driver.");
    }
  }

  void check_coming_and_leaving() const {
    for (const auto& brand : world.brands) {
      if (brand.is.entry_probability && is_there_at_start(brand.is))
        refuse("brands." + brand.name + ".entry_probability", "is unused: the brand is there from the start",
               "Add when it 'enters', or remove it.");
      const double enters = brand.is.enters ? brand.is.enters->today.value : 1;
      if (brand.is.leaves && std::isfinite(brand.is.leaves->today.value) &&
          brand.is.leaves->today.value <= enters)
        refuse("brands." + brand.name + ".leaves", "is not after the brand enters",
               "Write a later period, or remove the brand.");
    }
  }
};

}  // namespace

bool is_there_at_start(const Brand& brand) { return !brand.enters || brand.enters->today.value <= 1; }

void check_brands(const World& world, const Places& places, Problems& problems) {
  const BrandChecks checks{world, places, problems};
  if (world.brands.empty()) {
    checks.refuse("brands", "there is no brand",
                  "Write, for example, 'brands: {us: {price: 3.20, unit_cost: 1.10}}'.");
    return;
  }
  if (world.brands.size() > most_brands_of_world)
    checks.refuse("brands",
                  "there are " + std::to_string(world.brands.size()) + " brands (at most " +
                      std::to_string(most_brands_of_world) + ")",
                  "Put the small ones together as 'others'.");
  const std::size_t drivers = world.behaviours.choice.drivers.size();
  if (drivers > most_drivers_of_choice)
    checks.refuse("choice.drivers",
                  "there are " + std::to_string(drivers) + " drivers (at most " +
                      std::to_string(most_drivers_of_choice) + ")",
                  "Keep those that move customers most.");
  checks.check_focal();
  checks.check_shares();
  checks.check_exit_fees();
  checks.check_failures();
  checks.check_ratings();
  checks.check_coming_and_leaving();
}

}  // namespace clientele
