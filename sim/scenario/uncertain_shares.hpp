// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>

#include "sim/scenario/world.hpp"

namespace clientele {

/// Makes the shares of the brands sum to 1 where some are uncertain: those that are not make room in
/// proportion; if all are uncertain, all are scaled. Where the uncertain ones leave no room, or none is
/// uncertain, nothing changes.
void make_room(World& world, const std::function<bool(const std::string& path)>& is_uncertain);

}  // namespace clientele
