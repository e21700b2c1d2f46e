// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Checks that channels are of brands and segments that there are, and that there is somebody to reach; part
/// of validate().
void check_channels(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
