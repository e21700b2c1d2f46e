// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// The checks of `contacts`; part of validate().
void check_contacts(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
