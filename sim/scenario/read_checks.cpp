// SPDX-License-Identifier: MIT
#include "sim/scenario/read_checks.hpp"

#include <algorithm>

#include "sim/base/spelling.hpp"
#include "sim/scenario/catalogue.hpp"

namespace clientele {

namespace {

bool is_within(const std::string& path, const std::string& group) {
  return path == group || path.starts_with(group + ".");
}

struct ReadChecks {
  const std::vector<CatalogueEntry> catalogue;
  const World& world;
  const Places& places;
  Problems& problems;

  /// Whether a segment takes this from the world, having none of its own, and its model reads it.
  bool read_by_a_segment(const std::string& path) const {
    return std::any_of(world.segments.begin(), world.segments.end(), [&](const auto& segment) {
      const std::string own = "segments." + segment.name + "." + path;
      return !places.knows(own) && std::any_of(catalogue.begin(), catalogue.end(), [&](const auto& entry) {
        return entry.unread.empty() && is_within(entry.path, own);
      });
    });
  }

  void refuse(const CatalogueEntry& entry) const {
    std::string part = entry.unread.substr(0, entry.unread.rfind('.'));
    const auto model = std::find_if(catalogue.begin(), catalogue.end(),
                                    [&](const auto& other) { return other.path == part + ".model"; });
    const std::string reason = "is unused, because " + part + ".model is " + model->value_text;
    if (!(model->may_be & by_segment) && part.starts_with("segments."))
      part = part.substr(part.find('.', std::string_view("segments.").size()) + 1);
    std::vector<std::string> remedies;
    for (const auto& word : entry.only_with.words()) remedies.push_back("'model: " + std::string(word) + "'");
    problems.add({places.of(entry.unread), entry.unread, reason,
                  "Write " + listed(remedies, "or") + " in " + part + ", or remove it."});
  }

  void check() const {
    std::string told;
    for (const auto& entry : catalogue) {
      if (entry.unread.empty() || entry.unread == told || !places.knows(entry.unread)) continue;
      if (!entry.unread.starts_with("segments.") && read_by_a_segment(entry.unread)) continue;
      told = entry.unread;  // the members of a group follow each other
      refuse(entry);
    }
  }
};

}  // namespace

void check_read(const World& world, const Places& places, Problems& problems) {
  ReadChecks{catalogue_of(world), world, places, problems}.check();
}

}  // namespace clientele
