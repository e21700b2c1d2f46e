// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// What time has left of a habit, as a part of it: 2^(−Δ / h).
/// periods: Δ ≥ 0 since the last purchase in the category, 0 within a period; fading: 1 / h, h the half-life
/// [periods]. (Our own form: habits that are not used fade like memories.)
template <class F>
F habit_left(F periods, F fading) {
  return exp2(F(0) - periods * fading);
}

/// What purchases in a row have made of a habit, as a multiple of that after the first:
///   1 + g (1 − 2^(−(n − 1) / k))
/// It grows with each purchase, the later ones less, and never beyond 1 + g. purchases: n ≥ 1 from the brand
/// since the last switch; growth: g ≥ 0; learning: 1 / k, after k further purchases half of it has come.
/// The form is that of the loyalty of Guadagni & Little (1983), which after n purchases in a row stands at
/// 1 − α^n.
template <class F>
F habit_grown(F purchases, F growth, F learning) {
  return fma(growth, F(1) - exp2((F(1) - purchases) * learning), F(1));
}

/// Purchases in a row are looked at in steps, at whose middle the habit is taken: the 1st to 4th alone, then
/// 2 to 16 together, and all from the 49th on. (These tables are not `inline`, so that code for one machine
/// shares them with none for another.)
inline constexpr int habit_steps = 12;
constexpr float step_middle[habit_steps] = {1, 2, 3, 4, 5.5, 7.5, 10.5, 14.5, 20.5, 28.5, 40.5, 64};
constexpr int step_doublings[habit_steps - 1] = {0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4};

/// Times between purchases are looked at in the middles of so many equally likely parts; log2 (1 − u) of
/// these. Where a period has its purchase with chance p, the time is 1 + ⌊log2 (1 − u) / log2 (1 − p)⌋.
inline constexpr int gap_parts = 8;
constexpr float log2_of_part[gap_parts] = {-0.0931094f, -0.2995603f, -0.5405684f, -0.8300750f,
                                           -1.1926451f, -1.6780719f, -2.4150375f, -4.0f};

/// What a customer's habit may be at his coming purchases, whichever brand they are from. Without change: one
/// time between purchases, one step, and all of it left.
template <class F>
struct HabitCourse {
  F left[gap_parts + 1];    ///< what time leaves of it, by the times between purchases
  F chance[gap_parts + 1];  ///< of each of these
  int gaps = 1;
  F grown[habit_steps];  ///< what purchases in a row make of it, by their steps
  int steps = 1;         ///< 1: they make nothing of it
};

}  // namespace clientele
