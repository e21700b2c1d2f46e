// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// The checks of `add_ons`; part of validate().
void check_add_ons(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
