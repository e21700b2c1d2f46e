// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/simulate.hpp"

namespace clientele {

/// A trait of some people of a replication (0 the first of the plan), drawn again: traits are functions of
/// their address, so they need not be kept.
std::vector<float> traits_again(const Plan& plan, int replication, const NamedTrait& trait,
                                const std::vector<std::uint32_t>& people);

}  // namespace clientele
