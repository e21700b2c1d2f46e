// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/departure.hpp"

namespace clientele {

/// A period passes since the last purchase of those who bought nothing in it. Whoever will not buy again is
/// gone; returns how many.
template <class Lane>
int let_time_pass(const Moment& now) {
  using Real = typename Lane::Real;
  const Real last_hope(now.market.last_recency[now.row]);
  int left = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const auto bought = Lane::load(now.scratch.purchases + (i - now.begin)) > Real(0.0f);
    const Real recency = select(bought, Real(1.0f), Lane::load(now.people.recency + i) + Real(1.0f));
    const auto active = Lane::load(now.people.last + i) >= Real(0.0f);
    left += take_out<Lane>(now, i, (recency > last_hope) & active, number_of<Lane>(Reason::no_longer_needed));
    Lane::store(min(recency, Real(now.market.recencies)), now.people.recency + i);
  }
  now.counts.departed[now.row] += left;
  return left;
}

}  // namespace clientele
