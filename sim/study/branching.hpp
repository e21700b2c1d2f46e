// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "models/metric.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Branching factor of a brand's customers as a run has it, from its totals by period, today first: the
/// recommendations made for each customer lost, which are those of a customer's life, times the newcomers
/// that one of today brings in. Nothing where nobody talks or nobody is lost.
std::optional<double> branching_in(const World& world, const std::vector<Totals>& by_period);

}  // namespace clientele
