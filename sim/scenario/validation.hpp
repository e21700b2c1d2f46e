// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Checks what no single parameter can say: that shares sum to 1, that names refer to something, that nothing
/// given is unused, that parts agree. Every parameter is taken to be in its own range.
void validate(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
