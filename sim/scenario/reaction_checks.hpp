// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Checks that a brand that answers others watches one that there is, and has what it answers with; part of
/// validate().
void check_reactions(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
