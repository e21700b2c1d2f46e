// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/base/period.hpp"
#include "sim/base/problem.hpp"

namespace clientele {

inline constexpr double tolerance_of_shares = 1e-6;

/// Shares that must sum to 1: those of `brands` or of `segments`.
struct Shares {
  std::string path;                ///< `brands`
  std::vector<std::string> names;  ///< of all members, with a share or without
  double sum = 0;
};

/// Adds a problem if the shares do not sum to 1. It stands where a `--set` of one of the shares stands, if
/// there is one: what a user just changed is what he looks at.
void check_sum(const Shares& shares, Period period, const Places& places, Problems& problems);

}  // namespace clientele
