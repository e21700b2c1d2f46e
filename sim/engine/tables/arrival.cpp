// SPDX-License-Identifier: MIT
#include "models/arrival/bass.hpp"
#include "models/arrival/joining.hpp"
#include "sim/base/contract.hpp"
#include "sim/engine/tables/layout.hpp"
#include "sim/scenario/arrival_checks.hpp"

namespace clientele {

namespace {

/// Part of the segment's people who come by a list in each period.
std::vector<double> listed_by_period(const Layout& l) {
  const Arrival& arrival = l.behaviours.arrival;
  // A list of the world's is of all its people, one of the segment's own of the segment.
  const bool own = l.world.own_levers.contains("segments." + l.request.segment.name + ".arrivals.1");
  const double people = l.world.market.people.value * (own ? l.request.segment.is.share.value : 1);
  std::vector<double> coming(l.rows, 0.0);
  for (std::size_t t = 1; t < coming.size() && t <= arrival.arrivals.size(); ++t)
    coming[t] =
        l.by_segment(arrival.arrivals[t - 1], "arrivals." + std::to_string(t), static_cast<int>(t)) / people;
  return coming;
}

/// Part of the segment's people who are in the category by each period; the first is today.
std::vector<double> joined_by_period(const Layout& l) {
  const Arrival& arrival = l.behaviours.arrival;
  const auto coming = listed_by_period(l);
  std::vector<double> joined = {1 - part_of_prospects(l.world, l.request.segment)};
  for (int row = 1; row < l.rows; ++row) {
    double part = joined.back() + coming[row];
    if (arrival.diffusion)
      part = part_after_a_period(
          part, {.innovation = l.by_segment(arrival.diffusion->innovation, "diffusion.innovation", row),
                 .imitation = l.by_segment(arrival.diffusion->imitation, "diffusion.imitation", row)});
    joined.push_back(part);
  }
  return joined;
}

}  // namespace

void lay_arrival(Layout& l) {
  const Arrival& arrival = l.behaviours.arrival;
  if (arrival.arrivals.empty() && !arrival.prospects) return;
  expects(l.request.people > 0);
  const auto joined = joined_by_period(l);
  auto& joins = l.tables.floats.emplace_back();
  auto& someone = l.tables.flags.emplace_back(l.rows, 0);
  for (int k = 0; k < l.request.people; ++k) {
    const int period = joining_period(k, l.request.people, joined);
    joins.push_back(static_cast<float>(period));
    if (period > 0) someone[period] = 1;
  }
  l.view.joins = joins.data();
  l.view.someone_joins = someone.data();
}

}  // namespace clientele
