// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// The checks of the brands' programmes; part of validate().
void check_programmes(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
