// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Whole periods without a purchase since the last one (before the fraction is cut off), of someone who buys
/// nothing in a period with chance c and has done so for long: P(at least k) = c^k, so it is ln u / ln c.
/// log2_luck: log2 u, u uniform in (0, 1); log2_none: log2 c ≤ 0, −∞ if he always buys; most: what is enough
/// to know. The same luck never gives fewer periods at a lower rate.
template <class F>
F periods_since_purchase(F log2_luck, F log2_none, F most) {
  return min(log2_luck / min(log2_none, F(-0x1p-40f)), most);
}

}  // namespace clientele
