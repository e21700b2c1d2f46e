// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "models/metric.hpp"

namespace clientele {

/// Every metric of every behaviour, in the order of models/: the columns of all outputs and their
/// documentation.
const std::vector<Metric>& all_metrics();

}  // namespace clientele
