// SPDX-License-Identifier: MIT
#include "sim/scenario/advocacy_checks.hpp"

#include <algorithm>

#include "sim/scenario/referrals.hpp"

namespace clientele {

namespace {

struct AdvocacyChecks {
  const World& world;
  const Places& places;
  Problems& problems;

  void refuse_if_written(const std::string& path, std::string reason, std::string remedy) const {
    if (places.knows(path)) problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  void check_brands() const {
    const bool talk = anybody_talks(world), prospects = newcomers_by_recommendation(world) > 0;
    for (const auto& brand : world.brands) {
      const std::string path = "brands." + brand.name + ".";
      for (const char* name : {"encouragement", "referral_reward", "referral_welcome"})
        if (!talk)
          refuse_if_written(path + name, "is unused: without 'advocacy' nobody recommends anything",
                            "Add 'advocacy: {intend: …}' to the world, or remove it.");
      for (const char* name : {"referral_reward", "referral_welcome"})
        if (talk && !prospects)
          refuse_if_written(
              path + name, "is never paid: no recommendation can bring anybody in",
              "Write 'prospects: …', the share of people who do not buy in the category yet, or "
              "remove it.");
    }
  }

  /// What stands at `path`, the world's or a segment's, with the behaviours of those whom it is of.
  void check_part(const std::string& path, const std::vector<Named<Segment>>& of) const {
    const auto any = [&](auto is) { return std::any_of(of.begin(), of.end(), is); };
    if (!any([](const auto& s) { return s.is.behaviours.experience.has_value(); }))
      refuse_if_written(path + "warn", "is unused: without 'experience' nobody is dissatisfied",
                        "Add 'experience: {}', or remove it.");
    if (!any([&](const auto& s) { return part_of_prospects(world, s) > 0; }))
      refuse_if_written(path + "convert", "is unused: all people buy in the category today",
                        "Write 'prospects: …', the share of people who do not yet, or remove it.");
    if (!any([](const auto& s) { return s.is.behaviours.choice.model == Choice::Model::logit; }))
      refuse_if_written(path + "persuasion", "is unused: a switching matrix leaves nothing to persuade of",
                        "Remove it, or choose by logit.");
  }
};

}  // namespace

bool anybody_talks(const World& world) {
  const auto segments = segments_of(world);
  return std::any_of(segments.begin(), segments.end(),
                     [](const auto& s) { return s.is.behaviours.advocacy.has_value(); });
}

void check_advocacy(const World& world, const Places& places, Problems& problems) {
  if (world.market.people.value == 0) return;  // it was not given
  const AdvocacyChecks checks{world, places, problems};
  checks.check_brands();
  if (world.behaviours.advocacy) checks.check_part("advocacy.", segments_of(world));
  for (const auto& segment : world.segments)
    if (segment.is.behaviours.advocacy)
      checks.check_part("segments." + segment.name + ".advocacy.", {segment});
}

}  // namespace clientele
