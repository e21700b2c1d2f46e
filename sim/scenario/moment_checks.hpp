// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

#include "sim/base/problem.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// When a brand can be bought: in the periods from `enters` to before `leaves`.
struct Presence {
  double enters = 1;
  double leaves = std::numeric_limits<double>::infinity();
};

/// The presence of a brand after the changes of a scenario.
Presence presence_of(const Named<Brand>& brand, const Scenario& scenario);

/// Checks what the changes make of the moments at which brands enter and leave: in the horizon, in this
/// order, and the focal brand there from the start. Every change is taken to be of a lever that exists.
void check_moments(const Scenario& scenario, const Places& places, Problems& problems);

}  // namespace clientele
