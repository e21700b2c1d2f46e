// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/scenario.hpp"

namespace clientele {

/// What is permitted but seldom meant, a sentence each: a brand that sells below its unit cost, today or from
/// some period on; customers who bring in more than one other each; a change that is to come more often than
/// the horizon has room for. The sentences have no full stop.
std::vector<std::string> advice_on(const Scenario& scenario);

/// What a branching factor of 1 or more means.
std::string without_limit(double factor);

}  // namespace clientele
