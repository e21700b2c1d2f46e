// SPDX-License-Identifier: MIT
#include "sim/scenario/moment_checks.hpp"

#include <cmath>

#include "sim/scenario/brand_checks.hpp"
#include "sim/scenario/quantity_text.hpp"

namespace clientele {

namespace {

std::string path_of(const Named<Brand>& brand, std::string_view moment) {
  return "brands." + brand.name + "." + std::string(moment);
}

struct MomentChecks {
  const Scenario& scenario;
  const Places& places;
  Problems& problems;

  const Market& market() const { return scenario.world.market; }
  std::string text(double moment) const { return quantity_text(moment, Quantity::moment, market().period); }

  /// Refuses the change itself, at its amount.
  void refuse(const Change& change, std::string reason, std::string remedy) const {
    const std::string path = "changes." + std::to_string(&change - scenario.changes.data() + 1) + ".to";
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  void check_horizon(const Change& change, bool may_be_never) const {
    if (change.amount <= market().horizon.value || (may_be_never && std::isinf(change.amount))) return;
    const std::string last = text(market().horizon.value);
    refuse(change,
           std::isinf(change.amount)
               ? "the brand is there from the start, and cannot be kept from entering"
               : text(change.amount) + " is beyond the horizon, which ends with " + last,
           std::isinf(change.amount) ? "Change its 'leaves' to when it leaves."
                                     : "Write " + last + " or earlier, or lengthen the horizon.");
  }

  void check(const Named<Brand>& brand) const {
    const Change* last = nullptr;
    for (const auto& change : scenario.changes) {
      const bool enters = change.path == path_of(brand, "enters");
      if (!enters && change.path != path_of(brand, "leaves")) continue;
      last = &change;
      if (enters && brand.name == market().focal && change.amount > 1) {
        refuse(change, "the focal brand must be there at the start", "Leave this change out.");
        return;
      }
      check_horizon(change, !enters || !is_there_at_start(brand.is));
    }
    const Presence after = presence_of(brand, scenario);
    if (last && std::isfinite(after.leaves) && std::isfinite(after.enters) && after.leaves <= after.enters)
      refuse(*last,
             brand.name + " would leave in " + text(after.leaves) + ", but enter in " + text(after.enters),
             "Write a moment at which it leaves after it enters.");
  }
};

}  // namespace

Presence presence_of(const Named<Brand>& brand, const Scenario& scenario) {
  Presence presence;
  if (brand.is.enters) presence.enters = brand.is.enters->today.value;
  if (brand.is.leaves) presence.leaves = brand.is.leaves->today.value;
  for (const auto& change : scenario.changes) {
    if (change.path == path_of(brand, "enters")) presence.enters = change.amount;
    if (change.path == path_of(brand, "leaves")) presence.leaves = change.amount;
  }
  return presence;
}

void check_moments(const Scenario& scenario, const Places& places, Problems& problems) {
  const MomentChecks checks{scenario, places, problems};
  for (const auto& brand : scenario.world.brands) checks.check(brand);
}

}  // namespace clientele
