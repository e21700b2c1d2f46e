// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/departure.hpp"

namespace clientele {

/// A period passes since the last purchase of those who bought nothing in it. With need by recency whoever
/// will not buy again is gone, unless the period is not counted; returns how many.
template <class Lane>
int let_time_pass(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const float told_apart = static_cast<float>(m.recencies), to_lapse = m.lost_after + 1;
  const float known = told_apart > to_lapse ? told_apart : to_lapse;
  const Real most(known > m.contact_recency ? known : m.contact_recency);
  int left = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const auto bought = Lane::load(now.scratch.purchases + (i - now.begin)) > Real(0.0f);
    const Real recency = select(bought, Real(1.0f), Lane::load(now.people.recency + i) + Real(1.0f));
    Lane::store(m.habit_fades ? recency : min(recency, most), now.people.recency + i);
    if (m.recencies == 0 || !counted) continue;
    const auto active = Lane::load(now.people.last + i) >= Real(0.0f);
    left += take_out<Lane>(now, i, (recency > Real(m.last_recency[now.row])) & active,
                           number_of<Lane>(Reason::no_longer_needed));
  }
  now.counts.departed[now.row] += left;
  return left;
}

}  // namespace clientele
