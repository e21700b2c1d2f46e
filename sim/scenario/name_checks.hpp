// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Refuses the name of a brand, or of a segment, that the world does not have; `path` is where it is written.
/// An empty name is none.
void check_brand_name(const World& world, const std::string& name, const std::string& path,
                      const Places& places, Problems& problems);
void check_segment_name(const World& world, const std::string& name, const std::string& path,
                        const Places& places, Problems& problems);

}  // namespace clientele
