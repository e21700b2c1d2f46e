// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "sim/engine/simulate.hpp"

namespace clientele {

/// What a short simulation shows: shares of purchases, by index into world.brands, and by segment the share
/// of our customers whose next purchase is from us again.
struct Rehearsed {
  std::vector<double> shares, retention;
};

/// Two short simulations of a baseline, always with the same people and the same luck:
/// one of the world as it is, one whose experiences know neither chance nor failure and where nobody thinks
/// of leaving a contract early. For the second the stationary formula is exact, so that `lively − calm` is
/// what memories do, without most of the noise of simulating.
struct Rehearsal {
  Rehearsed lively, calm;
};

/// Throws RunFailed if `stop` is requested.
Rehearsal rehearse(const World& baseline, const std::vector<double>& appeal, std::uint64_t seed,
                   const Workplace& workplace, std::stop_token stop);

}  // namespace clientele
