// SPDX-License-Identifier: MIT
#include "sim/scenario/channel_checks.hpp"

#include <algorithm>

#include "sim/random/address.hpp"
#include "sim/scenario/name_checks.hpp"

namespace clientele {

namespace {

struct ChannelChecks {
  const World& world;
  const Places& places;
  Problems& problems;

  void refuse(const std::string& path, std::string reason, std::string remedy) const {
    problems.add({places.of(path), path, std::move(reason), std::move(remedy)});
  }

  void check_brand(const Channel& channel, const std::string& path) const {
    check_brand_name(world, channel.brand, path + ".brand", places, problems);
    const std::string& name = channel.brand.empty() ? world.market.focal : channel.brand;
    const Brand* brand = find(world.brands, name);
    if (brand && !brand->price && places.knows(path + ".first_purchase_discount"))
      refuse(path + ".first_purchase_discount", name + " has no price to take a discount off",
             "Write 'price: …' for it, or remove the discount.");
  }

  void check_segments(const Channel& channel, const std::string& path) const {
    for (const auto& segment : channel.segments)
      check_segment_name(world, segment.name, path + ".segments." + segment.name, places, problems);
  }

  void check_trial(const Channel& channel, const std::string& path) const {
    if (!channel.trial) return;
    if (places.knows(path + ".first_purchase_discount"))
      refuse(path + ".first_purchase_discount", "is unused, because the trial costs nothing anyway",
             "Remove it, or the trial.");
    const auto segments = segments_of(world);
    if (channel.trial->satisfaction_effect.value != 0 &&
        std::any_of(segments.begin(), segments.end(),
                    [](const auto& segment) { return !segment.is.behaviours.experience; }))
      refuse(path + ".trial.satisfaction_effect", "nobody is satisfied or not without 'experience'",
             "Add 'experience: {}' to the world, or remove it.");
  }

  /// What only an offer to rivals' customers has a use for, and what such an offer needs.
  void check_offer(const Channel& channel, const std::string& path) const {
    if (!channel.reaches_rivals()) {
      for (const std::string name : {"bonus", "bonus_lasts"})
        if (places.knows(path + "." + name))
          refuse(path + "." + name, "is unused, because the channel reaches prospects alone",
                 "Write 'reaches: rivals' or 'reaches: both', or remove it.");
      return;
    }
    if (!places.knows(path + ".bonus"))
      refuse(path + ".bonus", "is missing (what the offer is worth to a rival's customer, in utility)",
             "Write, for example, 'bonus: 0.5'.");
    if (world.brands.size() < 2)
      refuse(path + ".reaches", "there are no rivals, and so no customers of theirs",
             "Add a brand, or write 'reaches: prospects'.");
    if (world.behaviours.choice.model == Choice::Model::switching_matrix)
      refuse(path + ".reaches", "an offer changes nothing, because a switching matrix knows no utility",
             "Write 'reaches: prospects', or choose by 'model: logit'.");
    if (channel.trial)
      refuse(path + ".trial", "is for people who do not buy in the category yet, not for rivals' customers",
             "Remove it, or give it to a channel of its own that reaches prospects.");
  }

  /// The place of a channel among those that make offers, each of which has random numbers of its own.
  void check_place(std::size_t c, std::vector<std::size_t>& offering) const {
    const std::string& name = world.channels[c].name;
    for (const std::size_t other : offering)
      if (brand_slot(world.channels[other].name) == brand_slot(name))
        refuse("channels." + name,
               "would by chance get the same random numbers as '" + world.channels[other].name + "'",
               "Rename one of them, such as '" + name + "_'.");
    if (offering.size() == most_offering_channels)
      refuse("channels." + name,
             "is one channel too many that reaches rivals' customers (at most " +
                 std::to_string(most_offering_channels) + ")",
             "Write those with the same offer as one.");
    offering.push_back(c);
  }

  /// Whether the channel spends on people of some segment.
  bool reaches_somebody(const Channel& channel) const {
    const auto segments = segments_of(world);
    return std::any_of(segments.begin(), segments.end(), [&](const auto& segment) {
      const Number* weight = find(channel.segments, segment.name);
      const auto& prospects = segment.is.behaviours.arrival.prospects;
      const bool there = channel.reaches_rivals() || (prospects && prospects->value > 0);
      return there && (!weight || weight->value > 0);
    });
  }
};

}  // namespace

void check_channels(const World& world, const Places& places, Problems& problems) {
  const ChannelChecks checks{world, places, problems};
  std::vector<std::size_t> offering;
  for (std::size_t c = 0; c < world.channels.size(); ++c) {
    const auto& [name, channel] = world.channels[c];
    const std::string path = "channels." + name;
    checks.check_brand(channel, path);
    checks.check_segments(channel, path);
    checks.check_trial(channel, path);
    checks.check_offer(channel, path);
    if (channel.reaches_rivals()) checks.check_place(c, offering);
    if (checks.reaches_somebody(channel)) continue;
    if (channel.reaches_rivals())
      checks.refuse(path, "reaches nobody: no segment is left to it", "Give a segment a weight above 0.");
    else
      checks.refuse(path, "reaches nobody: no prospects are there for it",
                    "Write 'prospects: …', the share of people who do not buy in the category yet.");
  }
}

}  // namespace clientele
