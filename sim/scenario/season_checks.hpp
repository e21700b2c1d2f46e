// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// The checks of seasons, in the world and in each segment; part of validate().
void check_seasons(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
