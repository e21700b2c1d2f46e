// SPDX-License-Identifier: MIT
#include "sim/scenario/segment_checks.hpp"

#include <algorithm>

#include "sim/random/address.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/share_checks.hpp"

namespace clientele {

namespace {

struct BehaviourChecks {
  const World& world;
  const Places& places;
  Problems& problems;

  void refuse(const std::string& path, std::string reason, std::string remedy) const {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  /// Whether a segment uses the world's parameter, having none of its own, in the model that reads it.
  template <class Uses>
  bool used_by_a_segment(const std::string& parameter, Uses uses) const {
    return std::any_of(world.segments.begin(), world.segments.end(), [&](const auto& segment) {
      return uses(segment.is.behaviours) && !places.knows("segments." + segment.name + "." + parameter);
    });
  }

  template <class Uses>
  void check_used(const Behaviours& b, const std::string& prefix, const std::string& parameter,
                  const std::string& needed, Uses uses) const {
    if (!places.knows(prefix + parameter) || uses(b)) return;
    if (prefix.empty() && used_by_a_segment(parameter, uses)) return;
    const std::string part = parameter.substr(0, parameter.find('.'));
    const std::string today = part == "need" ? "regular" : "fixed";
    refuse(prefix + parameter, "is unused: " + prefix + part + ".model is " + today,
           "Write 'model: " + needed + "', or remove it.");
  }

  /// `prefix` is empty for the world and `segments.students.` for a segment.
  void check(const Behaviours& b, const std::string& prefix) const {
    check_used(b, prefix, "need.purchases", "poisson_gamma",
               [](const Behaviours& x) { return x.need.model == Need::Model::poisson_gamma; });
    check_used(b, prefix, "purchase.variation", "lognormal",
               [](const Behaviours& x) { return x.purchase.model == Purchase::Model::lognormal; });
    const auto written = [&](const std::string& path) {
      return prefix.empty() || places.knows(prefix + path);
    };
    if (b.experience && b.experience->dissatisfied_below.value > b.experience->delighted_above.value) {
      const std::string low = "experience.dissatisfied_below", high = "experience.delighted_above";
      const std::string place = places.knows(prefix + low) ? low : high;
      if (written(low) || written(high))
        refuse(prefix + place,
               "dissatisfied_below (" + number_text(b.experience->dissatisfied_below.value) +
                   ") is above delighted_above (" + number_text(b.experience->delighted_above.value) + ")",
               "Write thresholds in this order.");
    }
    if (b.choice.taste.distribution == Distribution::dirichlet && written("choice.taste") &&
        world.brands.size() > 1 &&
        !std::all_of(world.brands.begin(), world.brands.end(),
                     [](const auto& brand) { return brand.is.share.has_value(); }))
      refuse(prefix + "choice.taste", "a dirichlet taste needs the share of every brand",
             "Write 'share: …' for each brand, or 'taste: {normal: {sd: …}}'.");
  }

  void check_shares() const {
    double sum = 0;
    std::vector<std::string> names;
    for (const auto& segment : world.segments) {
      names.push_back(segment.name);
      sum += segment.is.share.value;
    }
    if (!world.segments.empty()) check_sum({"segments", names, sum}, world.market.period, places, problems);
  }
};

}  // namespace

void check_segments(const World& world, const Places& places, Problems& problems) {
  const BehaviourChecks checks{world, places, problems};
  if (world.segments.size() > most_segments)
    checks.refuse("segments",
                  "there are " + std::to_string(world.segments.size()) + " segments (at most " +
                      std::to_string(most_segments) + ")",
                  "Put small ones together.");
  checks.check_shares();
  checks.check(world.behaviours, "");
  for (const auto& segment : world.segments)
    checks.check(segment.is.behaviours, "segments." + segment.name + ".");
}

}  // namespace clientele
