// SPDX-License-Identifier: MIT
#include "sim/scenario/arrival_checks.hpp"

#include <cmath>

#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/share_checks.hpp"

namespace clientele {

namespace {

/// People who arrive over the horizon into one segment, and how many there are to come.
struct Influx {
  double people = 0, prospects = 0;
};

Influx influx_of(const Scenario& scenario, const Named<Segment>& segment) {
  const World& world = scenario.world;
  const Arrival& arrival = segment.is.behaviours.arrival;
  const std::string own = "segments." + segment.name + ".";
  const bool of_the_world = !world.own_levers.contains(own + "arrivals.1");
  // What the world's list brings is shared out by size.
  const double part = of_the_world ? segment.is.share.value : 1;
  const double people = world.market.people.value * segment.is.share.value;
  Influx influx;
  double today = 0;
  for (std::size_t t = 1; t <= arrival.arrivals.size(); ++t) {
    const double here = arrival.arrivals[t - 1].today.value;
    const std::string name = "arrivals." + std::to_string(t);
    today += part * here;
    if (t <= world.market.horizon.value)
      influx.people += part * lever_at(here, changes_of(scenario, own + name, of_the_world ? name : ""),
                                       static_cast<int>(t));
  }
  influx.prospects = arrival.prospects ? arrival.prospects->value * people : std::min(today, people);
  return influx;
}

}  // namespace

void check_arrivals(const Scenario& scenario, const Places& places, Problems& problems) {
  if (scenario.world.market.people.value == 0) return;  // it was not given
  for (const auto& segment : segments_of(scenario.world)) {
    const Influx influx = influx_of(scenario, segment);
    if (influx.people <= influx.prospects * (1 + tolerance_of_shares)) continue;
    const std::string own = "segments." + segment.name + ".arrivals";
    const std::string path = scenario.changes.empty() ? places.knows(own) ? own : "arrivals" : "changes";
    const std::string who = scenario.world.segments.empty() ? "" : " of " + segment.name;
    problems.add({places.of(path), path,
                  number_text(influx.people) + " people" + who + " arrive, but only " +
                      number_text(influx.prospects) + " are not there yet",
                  segment.is.behaviours.arrival.prospects ? "Raise 'prospects', or let fewer arrive."
                  : scenario.changes.empty()
                      ? "Let fewer arrive, or raise 'people'."
                      : "Write 'prospects: …', the share of people who may come, or raise 'people'."});
    return;
  }
}

}  // namespace clientele
