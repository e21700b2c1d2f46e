// SPDX-License-Identifier: MIT
#include "sim/scenario/arrival_checks.hpp"

#include <algorithm>

#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/share_checks.hpp"

namespace clientele {

namespace {

/// What the world's list of arrivals, or the segment's own, brings to a segment for each person on it, and
/// the paths under which a number of it may be changed.
struct ListOf {
  double part;
  std::string own, inherited;
};

ListOf list_of(const World& world, const Named<Segment>& segment) {
  const std::string own = "segments." + segment.name + ".arrivals.";
  const bool of_the_world = !world.own_levers.contains(own + "1");
  // What the world's list brings is shared out by size.
  return {of_the_world ? segment.is.share.value : 1, own, of_the_world ? "arrivals." : ""};
}

/// People who arrive in a segment within the horizon.
double people_listed(const Scenario& scenario, const Named<Segment>& segment) {
  const ListOf list = list_of(scenario.world, segment);
  const auto& arrivals = segment.is.behaviours.arrival.arrivals;
  double people = 0;
  for (std::size_t t = 1; t <= arrivals.size() && t <= scenario.world.market.horizon.value; ++t) {
    const std::string at = std::to_string(t);
    const auto changes =
        changes_of(scenario, list.own + at, list.inherited.empty() ? "" : list.inherited + at);
    people += list.part * lever_at(arrivals[t - 1].today.value, changes, static_cast<int>(t));
  }
  return people;
}

}  // namespace

double part_of_prospects(const World& world, const Named<Segment>& segment) {
  const Arrival& arrival = segment.is.behaviours.arrival;
  if (arrival.prospects) return arrival.prospects->value;
  double people = 0;
  for (const Lever& lever : arrival.arrivals) people += lever.today.value;
  return std::min(
      1.0, list_of(world, segment).part * people / (world.market.people.value * segment.is.share.value));
}

void check_arrivals(const Scenario& scenario, const Places& places, Problems& problems) {
  if (scenario.world.market.people.value == 0) return;  // it was not given
  for (const auto& segment : segments_of(scenario.world)) {
    const Arrival& arrival = segment.is.behaviours.arrival;
    const double listed = people_listed(scenario, segment);
    const double prospects = part_of_prospects(scenario.world, segment) * scenario.world.market.people.value *
                             segment.is.share.value;
    if (arrival.diffusion && !arrival.prospects) {
      const std::string own = "segments." + segment.name + ".diffusion";
      const std::string path = places.knows(own) ? own : "diffusion";
      problems.add({places.of(path), path, "brings nobody, as all people buy in the category today",
                    "Write 'prospects: …', the share of people who do not yet."});
      return;
    }
    if (listed <= prospects * (1 + tolerance_of_shares)) continue;
    const std::string own = "segments." + segment.name + ".arrivals";
    const std::string path = scenario.changes.empty() ? places.knows(own) ? own : "arrivals" : "changes";
    const std::string who = scenario.world.segments.empty() ? "" : " of " + segment.name;
    problems.add({places.of(path), path,
                  number_text(listed) + " people" + who + " arrive, but only " + number_text(prospects) +
                      " are not there yet",
                  arrival.prospects ? "Raise 'prospects', or let fewer arrive."
                  : scenario.changes.empty()
                      ? "Let fewer arrive, or raise 'people'."
                      : "Write 'prospects: …', the share of people who may come, or raise 'people'."});
    return;
  }
}

}  // namespace clientele
