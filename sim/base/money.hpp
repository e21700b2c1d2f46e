// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>

namespace clientele {

/// Amounts inside the engine are whole numbers of 2^−bits of a currency unit. Sums of them are exact and do
/// not depend on their order, so accounts close and threads cannot matter.
struct FixedPoint {
  int bits = 0;

  double scale() const { return std::ldexp(1.0, bits); }
  double to_double(std::int64_t amount) const { return std::ldexp(static_cast<double>(amount), -bits); }
};

/// The finest scale at which an amount as large as `largest` keeps below 2^24, where a 32-bit float is still
/// exact to one unit, so that rounding loses nothing that the float had.
inline FixedPoint fixed_point_for(double largest) {
  if (!(largest > 0)) return {0};
  return {24 - static_cast<int>(std::ceil(std::log2(largest)))};
}

}  // namespace clientele
