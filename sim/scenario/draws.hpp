// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/period.hpp"
#include "sim/random/shifted_sobol.hpp"
#include "sim/scenario/realisation.hpp"

namespace clientele {

/// Draws of all that is not known: result[draw][replication]. Assumptions, and which row of joint draws is
/// taken, are the same in all replications of a draw; whether an event happens is not.
///
/// Each unknown is a dimension of a Sobol sequence under 8 shifts; correlations are those of the normal
/// numbers behind uniform ones. In the replications after the first the uniform numbers of events are turned
/// round the circle, which leaves them uniform. Without unknowns there is one draw. `draws` is a multiple of
/// 8 where there are any.
std::vector<std::vector<Drawn>> draws_of(const Unknowns& unknowns, int draws, int replications,
                                         std::uint64_t seed, Period world);

}  // namespace clientele
