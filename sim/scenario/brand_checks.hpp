// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// As many as a kernel has bits and columns for (sim/engine/tables/layout.cpp holds the two together).
inline constexpr std::size_t most_brands_of_world = 32;
inline constexpr std::size_t most_drivers_of_choice = 32;

/// Whether the brand can be bought in the first period.
bool is_there_at_start(const Brand& brand);

/// The checks of `brands`, `focal` and the ratings; part of validate().
void check_brands(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
