// SPDX-License-Identifier: MIT
#pragma once

#include "sim/input/yaml_tree.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Reads a world from the tree of a market file: by one walk of its description, so that there is no key that
/// is not described. Sections may stand in any order. What is absent keeps its standard; within a segment,
/// the world's. Adds a problem for whatever is wrong and goes on; the world is sound only if there was none.
World read_world(const Node& tree, Places& places, Problems& problems);

}  // namespace clientele
