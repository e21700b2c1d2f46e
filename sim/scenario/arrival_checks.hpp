// SPDX-License-Identifier: MIT
#pragma once

#include "sim/base/problem.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// Part of a segment's people who do not buy in the category today: as given, else those who are listed to
/// arrive.
double part_of_prospects(const World& world, const Named<Segment>& segment);

/// Checks that there are prospects where people are to come by and by, and that no more arrive than there
/// are, in the world and after the changes of a scenario.
void check_arrivals(const Scenario& scenario, const Places& places, Problems& problems);

}  // namespace clientele
