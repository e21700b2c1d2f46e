// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace clientele {

/// A column of whole numbers below 2^30, and the sums, one a code, that they are to be added to.
struct Summand {
  const std::int32_t* x;
  std::int64_t* sums;
};

}  // namespace clientele
