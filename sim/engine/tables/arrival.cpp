// SPDX-License-Identifier: MIT
#include <algorithm>

#include "models/arrival/joining.hpp"
#include "sim/base/contract.hpp"
#include "sim/engine/tables/layout.hpp"

namespace clientele {

namespace {

/// Part of the segment's people that is in the category by each period; the first is today.
std::vector<double> joined_by_period(const Layout& l) {
  const Arrival& arrival = l.behaviours.arrival;
  // A list of the world's is of all its people, one of the segment's own of the segment.
  const bool own = l.world.own_levers.contains("segments." + l.request.segment.name + ".arrivals.1");
  const double people = l.world.market.people.value * (own ? l.request.segment.is.share.value : 1);
  std::vector<double> joining(l.rows, 0.0);
  for (std::size_t t = 1; t < joining.size() && t <= arrival.arrivals.size(); ++t)
    joining[t] =
        l.by_segment(arrival.arrivals[t - 1], "arrivals." + std::to_string(t), static_cast<int>(t)) / people;
  double prospects = 0;
  for (const Lever& lever : arrival.arrivals) prospects += lever.today.value / people;
  joining[0] = 1 - (arrival.prospects ? arrival.prospects->value : std::min(prospects, 1.0));
  std::vector<double> joined;
  double sum = 0;
  for (const double part : joining) joined.push_back(sum += part);
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
