// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Checks that a brand that answers others watches one that there is, and has what it answers with, and that
/// an owner has more than one brand; part of validate().
void check_competition(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
