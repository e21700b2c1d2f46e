// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/tables/layout.hpp"

namespace clientele {

/// By row, log2 of the units per period that the best share of all people are at least expected to need, as
/// the kernel has them of this segment. Found on a quasi-random sample of all segments, so that it does not
/// hang on who is simulated.
const float* lay_best(Layout& layout, const Lever& share, const std::string& path);

/// log2 of the mean of what all people need, likewise.
float mean_need(const Layout& layout);

}  // namespace clientele
