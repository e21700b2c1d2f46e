// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Whether brands compete at several levels: nests are given, and not all are as good as none.
bool has_nests(const Choice& choice);

/// Index of the brand's nest among choice.nests; the world has been validated.
std::size_t nest_of(const Choice& choice, const Brand& brand);

/// The least λ of the brand's nest over the segments; 1 without nests.
double similarity_of(const World& world, const Brand& brand);

/// Checks that levels and nests are about each other; part of validate().
void check_levels(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
