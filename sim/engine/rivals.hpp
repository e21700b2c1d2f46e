// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "sim/scenario/world.hpp"

namespace clientele {

/// How much each brand counts when our rivals are averaged, by index into world.brands: its share of today's
/// purchases, given or by the model with these appeals. Brands that are not there today count nothing, nor
/// ours, nor those of another level of competition where some rival is of our own.
std::vector<double> weights_of_rivals(const World& baseline, const std::vector<double>& appeal);

}  // namespace clientele
