// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/lanes/elementary.hpp"
#include "sim/engine/phases/scratch.hpp"

namespace clientele {

/// log2 of the units that each person is expected to need in a period.
template <class Lane>
typename Lane::Real log2_of_need(const Moment& now, int i) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real level = Lane::load(now.people.level + i);
  if (!m.poisson && !m.sometimes) return level;
  return level + lanes::log2_of<Lane>(max(Lane::load(now.people.rate + i), Real(0x1p-60f)));
}

}  // namespace clientele
