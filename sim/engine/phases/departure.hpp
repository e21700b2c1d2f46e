// SPDX-License-Identifier: MIT
#pragma once

#include "models/departure/geometric.hpp"
#include "sim/engine/phases/core_draws.hpp"

namespace clientele {

/// Who leaves the category for good; returns how many.
template <class Lane>
int depart(const Moment& now) {
  using Real = typename Lane::Real;
  const Real rate(now.market.departure_rate[now.row]);
  int left = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const Real last = Lane::load(now.people.last + i);
    const auto leaves =
        departs(Lane::load(now.scratch.departure + (i - now.begin)), rate) & (last >= Real(0.0f));
    Lane::store(select(leaves, Real(-1.0f), last), now.people.last + i);
    left += Lane::count(leaves);
  }
  now.counts.departed[now.row] += left;
  return left;
}

}  // namespace clientele
