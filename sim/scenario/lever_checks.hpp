// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "sim/base/problem.hpp"
#include "sim/scenario/catalogue.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// Checks that each changed lever keeps within its range in every period; tells the first in which it does
/// not. `catalogue` is that of the scenario's world; every change is taken to be of a lever that exists.
void check_levers_in_range(const Scenario& scenario, const std::vector<CatalogueEntry>& catalogue,
                           const Places& places, Problems& problems);

}  // namespace clientele
