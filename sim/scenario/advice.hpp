// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace clientele {

/// What is permitted but seldom meant, a sentence each: a brand that sells below its unit cost, today or from
/// some period on; a change that is to come more often than the horizon has room for. The sentences have no
/// full stop.
std::vector<std::string> advice_on(const Scenario& scenario);

}  // namespace clientele
