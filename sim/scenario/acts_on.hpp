// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/scenario/numbers_by_path.hpp"

namespace clientele {

/// The paths on which a number of the world acts: its own, and that of each segment that gives none for
/// itself. `numbers` are those of the world.
std::vector<std::string> paths_acted_on(const NumberEntry& number, const World& world,
                                        const std::vector<NumberEntry>& numbers, const Places& places);

}  // namespace clientele
