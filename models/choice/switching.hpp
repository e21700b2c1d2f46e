// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// The row of a switching matrix after some of its shares were changed: those keep their value, the others
/// share the rest in proportion, so that the row sums to 1 again:
///   p_k' = p_k (1 − Σ changed p) / Σ unchanged p
/// share: the row, changed in place; changed: which of its `brands` shares were set. Where nothing unchanged
/// is left, or the changed ones exceed 1 together, all are scaled to sum to 1. (Rust, Lemon & Zeithaml 2004
/// change one cell and refit.)
inline void close_switching_row(double* share, const bool* changed, int brands) {
  double kept = 0, free = 0;
  for (int k = 0; k < brands; ++k) (changed[k] ? kept : free) += share[k];
  const bool room = free > 0 && kept <= 1;
  for (int k = 0; k < brands; ++k) {
    if (!room)
      share[k] /= kept + free;
    else if (!changed[k])
      share[k] *= (1 - kept) / free;
  }
}

}  // namespace clientele
