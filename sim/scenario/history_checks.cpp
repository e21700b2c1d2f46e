// SPDX-License-Identifier: MIT
#include "sim/scenario/history.hpp"

namespace clientele {

namespace {

/// Calls `use` with the behaviours of the world and of each segment, and the path before their keys.
template <class W, class F>
void for_parts(W& world, F use) {
  use(world.behaviours, std::string());
  for (auto& segment : world.segments) use(segment.is.behaviours, "segments." + segment.name + ".");
}

}  // namespace

void settle_histories(World& world, const Places& places) {
  for_parts(world, [&](Behaviours& b, const std::string& prefix) {
    if (!b.history) return;
    const std::string own = prefix + "history";
    // Numbers of a segment's own stand instead of the world's file, not beside it.
    if (!prefix.empty() && places.knows(own) && !places.knows(own + ".file")) b.history->file.clear();
    if (b.history->file.empty()) b.history->customers = {b.history->of_all};
  });
}

void check_histories(const World& world, const Places& places, Problems& problems) {
  for_parts(world, [&](const Behaviours& b, const std::string& prefix) {
    const std::string path = prefix + "history";
    if (!b.history || !places.knows(path)) return;
    if (!b.history->file.empty()) {
      for (const char* key : {"tenure", "observed_for", "purchases", "last_purchase", "units"})
        if (places.knows(path + "." + key))
          problems.add({places.of(path + "." + key), path + "." + key,
                        "stands beside 'file', which has a past for each customer", "Keep one of the two."});
      return;
    }
    // With segments the world's past is judged by what the segments do.
    const bool of_segments = prefix.empty() && !world.segments.empty();
    if (of_segments) return;
    if (const auto fault = fault_of(b, b.history->of_all)) {
      const std::string at = fault->key.empty() ? path : path + "." + std::string(fault->key);
      problems.add({places.of(at), at, fault->reason, fault->remedy});
    }
  });
  for (const auto& segment : world.segments) {
    const std::string own = "segments." + segment.name + ".history";
    const auto& history = segment.is.behaviours.history;
    if (!history || !history->file.empty() || places.knows(own)) continue;
    if (const auto fault = fault_of(segment.is.behaviours, history->of_all)) {
      problems.add({places.of("history"), "history",
                    "for " + segment.name + ": " + (fault->key.empty() ? "" : std::string(fault->key) + " ") +
                        fault->reason,
                    fault->remedy});
      return;
    }
  }
}

}  // namespace clientele
