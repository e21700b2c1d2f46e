// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Whether customers of some segment tell others of their brand.
bool anybody_talks(const World& world);

/// Checks that what is said of recommendations and warnings has somebody to make them, to hear them, and to
/// be won by them.
void check_advocacy(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
