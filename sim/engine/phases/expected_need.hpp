// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/lanes/elementary.hpp"
#include "sim/engine/phases/scratch.hpp"

namespace clientele {

/// log2 of the units that people are expected to need in a period, by what their columns hold.
template <class Lane>
typename Lane::Real log2_of_need(const KernelMarket& m, typename Lane::Real level, typename Lane::Real rate) {
  using Real = typename Lane::Real;
  if (!m.poisson && !m.sometimes) return level;
  return level + lanes::log2_of<Lane>(max(rate, Real(0x1p-60f)));
}
template <class Lane>
typename Lane::Real log2_of_need(const Moment& now, int i) {
  return log2_of_need<Lane>(now.market, Lane::load(now.people.level + i), Lane::load(now.people.rate + i));
}

}  // namespace clientele
