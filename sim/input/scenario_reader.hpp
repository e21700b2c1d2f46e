// SPDX-License-Identifier: MIT
#pragma once

#include "sim/input/yaml_tree.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// Whether the world of a scenario could be read. If not, its levers cannot be looked up.
enum class WorldIs { sound, unsound };

/// Reads a scenario from the tree of its file: its name, changes of levers, investments. Changes are checked
/// against the world: that the lever exists, and that its value stays in range in every period of the
/// horizon.
Scenario read_scenario(const Node& tree, const World& world, WorldIs is, Places& places, Problems& problems);

}  // namespace clientele
