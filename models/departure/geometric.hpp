// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Whether a customer leaves the category in a period: u < h.
/// u: uniform, [0, 1); rate: h, probability per period, 0..1. For the same u, who leaves at a low rate leaves
/// at a higher one too. The number of periods survived is geometric with mean (1 − h) / h.
template <class F>
auto departs(F u, F rate) {
  return u < rate;
}

}  // namespace clientele
