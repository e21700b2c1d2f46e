// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Time until a customer leaves who leaves at any moment at a constant rate: T = −ln(1 − u) / μ, exponential.
/// log2_left: log₂(1 − u), at most 0, u uniform on [0, 1); rate: μ > 0 [departures per period]. In the period
/// in which T < 1 he is there for the part T of it, so that with Poisson purchases the process is exact in
/// continuous time. Memoryless, so each period may draw anew. Source: Schmittlein, Morrison & Colombo (1987),
/// "Counting Your Customers".
template <class F>
F time_to_departure(F log2_left, F rate) {
  return log2_left / (rate * F(-log2_e));
}

/// How many purchases a customer survives who leaves after each with chance p: the whole part of
///   g = ln(1 − u) / ln(1 − p)
/// so that P(g ≥ k) = (1 − p)^k. He leaves after purchase number ⌊g⌋ + 1, and makes none after it.
/// log2_left: log₂(1 − u); log2_stay: log₂(1 − p), below 0. Source: Fader, Hardie & Lee (2005), BG/NBD.
template <class F>
F purchases_survived(F log2_left, F log2_stay) {
  return log2_left / log2_stay;
}

}  // namespace clientele
