// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Refuses what was written though the model of its part does not read it, as `only_with` in the description
/// says: `need.purchases` beside a regular need. What a segment of another model takes from the world is
/// read.
void check_read(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
