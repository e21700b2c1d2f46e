// SPDX-License-Identifier: MIT
#include "sim/scenario/channel_checks.hpp"

#include <algorithm>

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

  /// Whether the channel spends on prospects of some segment.
  bool reaches_somebody(const Channel& channel) const {
    const auto segments = segments_of(world);
    return std::any_of(segments.begin(), segments.end(), [&](const auto& segment) {
      const Number* weight = find(channel.segments, segment.name);
      const auto& prospects = segment.is.behaviours.arrival.prospects;
      return prospects && prospects->value > 0 && (!weight || weight->value > 0);
    });
  }
};

}  // namespace

void check_channels(const World& world, const Places& places, Problems& problems) {
  const ChannelChecks checks{world, places, problems};
  for (const auto& [name, channel] : world.channels) {
    const std::string path = "channels." + name;
    checks.check_brand(channel, path);
    checks.check_segments(channel, path);
    checks.check_trial(channel, path);
    if (!checks.reaches_somebody(channel))
      checks.refuse(path, "reaches nobody: no prospects are there for it",
                    "Write 'prospects: …', the share of people who do not buy in the category yet.");
  }
}

}  // namespace clientele
