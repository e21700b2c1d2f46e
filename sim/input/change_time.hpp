// SPDX-License-Identifier: MIT
#pragma once

#include "sim/input/section.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// Reads when a change holds: `from`, `until`, the ramp `over`, and how it comes again: `each`, `times`.
void read_change_time(Change& change, Section& section, const World& world, Problems& problems);

/// Refuses all of these in the change of a moment, which says itself when.
void refuse_change_time(Section& section, Problems& problems);

}  // namespace clientele
