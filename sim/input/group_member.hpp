// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/base/period.hpp"
#include "sim/input/yaml_tree.hpp"

namespace clientele {

/// The one member of the group at `path` that a value written for the group itself can be: of
/// `departure: 0.6% per month` it is `rate`. Empty if none or several fit.
std::string only_member_for(const Node& value, const std::string& path, Period period);

}  // namespace clientele
