// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Settles which of inertia and retention holds in each segment: what it writes itself before what the world
/// has, so that none is left with both.
void settle_retention(World& world, const Places& places);

/// Refuses a retention beside the inertia that it decides, in a market of one brand, where everybody comes
/// back, or with contracts, where every bill counts as a purchase and few are chosen.
void check_retention(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
