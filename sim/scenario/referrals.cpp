// SPDX-License-Identifier: MIT
#include "sim/scenario/referrals.hpp"

#include "models/advocacy/branching.hpp"
#include "models/advocacy/word_of_mouth.hpp"

namespace clientele {

double newcomers_by_recommendation(const World& world) {
  double newcomers = 0;
  for (const auto& segment : segments_of(world))
    if (const auto& advocacy = segment.is.behaviours.advocacy)
      newcomers += segment.is.share.value * part_of_prospects(world, segment) * advocacy->convert.value;
  return newcomers;
}

std::optional<double> branching_by_formula(const World& world) {
  const Behaviours& b = world.behaviours;
  if (world.brands.size() != 1 || !world.segments.empty() || !b.advocacy || b.experience) return std::nullopt;
  const Departure& d = b.departure;
  if (d.model != Departure::Model::geometric || d.per != Departure::Per::period || world.market.lost_after ||
      d.return_rate.today.value > 0)
    return std::nullopt;
  const double stays = (1 - d.rate.today.value) * (1 - d.involuntary.today.value);
  if (stays >= 1) return std::nullopt;
  // Who leaves at the start of a period does not talk in it.
  const double life = (d.when == Departure::When::start ? stays : 1) / (1 - stays);
  const double made = recommendations_made(b.advocacy->intend.value, b.advocacy->act.value,
                                           world.brands.front().is.encouragement.today.value);
  return branching_factor(made, 1, newcomers_by_recommendation(world), life);
}

}  // namespace clientele
