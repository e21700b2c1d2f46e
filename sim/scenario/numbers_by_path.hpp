// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "sim/scenario/world.hpp"

namespace clientele {

/// Values of numbers, levers of today and parameters of traits (`choice.inertia.mean`) by their path.
using NumbersByPath = std::map<std::string, double, std::less<>>;

/// Gives these numbers of the world these values. Paths of what the world does not have are passed over.
void set_numbers(World& world, const NumbersByPath& numbers);

}  // namespace clientele
