// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>

#include "sim/input/histories.hpp"
#include "sim/input/yaml_tree.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Completes what is uncertain in a world that was read: on which segments it acts, `draws` and
/// `correlations`, and the shares that make room. `read` gives the text of a file that the market names.
void settle_assumptions(const Node& tree, World& world, const ReadNamedText& read, Places& places,
                        Problems& problems);

}  // namespace clientele
