// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/scenario/world.hpp"

namespace clientele {

/// Whether the focal brand decides the number at this path, which has these roles: then it is a decision and
/// no assumption. What its brand chooses is ours for the focal brand, its promotions, channels, contacts and
/// add-ons; of the others we may only suppose it.
bool is_ours(const World& world, const std::string& path, unsigned may_be);

}  // namespace clientele
