// SPDX-License-Identifier: MIT
#pragma once

#include "sim/input/yaml_tree.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Reads the `correlations` of a market, `{between: [path, path], is: 0.6}` each, between assumptions of the
/// world that was read. Refuses paths that are not uncertain, a pair that comes twice, and correlations that
/// cannot be all together.
void read_correlations(const Node& tree, World& world, Problems& problems);

}  // namespace clientele
