// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/base/period.hpp"
#include "sim/input/yaml_tree.hpp"

namespace clientele {

/// How to write inside the group at `path` what was written for the group itself: for `departure: 2%` it is
/// `rate: 2% per month`, for `need: 5 per month` `model: poisson_gamma, purchases: 5 per month`. What belongs
/// to the group's model as it comes goes before what acts with any, and that before what needs another model.
/// Empty if none or several fit.
std::string as_only_member(const Node& value, const std::string& path, Period period);

}  // namespace clientele
