// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// Checks that brands that advertise have what their awareness follows from; part of validate().
void check_advertising(const World& world, const Places& places, Problems& problems);

/// Refuses changes of an awareness that follows advertising.
void check_awareness_changes(const Scenario& scenario, const Places& places, Problems& problems);

}  // namespace clientele
