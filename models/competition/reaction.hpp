// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

namespace clientele {

/// What a brand plans to charge or to be in a period, and what it is today.
struct Planned {
  double value = 0, today = 0;
};

/// How far a price lies below today's: c = max(0, 1 − p / p₀). A price above today's is no cut.
/// price, today: [currency per unit], above 0.
inline double price_cut(double price, double today) { return std::max(0.0, 1 - price / today); }

/// A price never falls by more than this, whatever the share of a cut that is answered.
inline constexpr double deepest_answer = 0.99;

/// Price of a brand that answers a rival's cut c, seen some periods ago, by a share s of it:
///   p = min(planned, max(floor, max(planned, p₀) (1 − s c)))
/// c: price_cut of the rival, 0..1; s: share of the cut, at least 0; floor: unit cost plus the least margin
/// that it keeps [currency per unit]. It answers once: a cut that it plans itself counts toward its answer,
/// a rise that it plans does not take it back. Below its floor it goes by its own plan alone. Falls with c
/// and s. At s = 1 the cut is the same in per cent. Two brands that watch each other answer every change of c
/// by s₁ s₂ of it, so that a war ends for s₁ s₂ < 1 of itself and for s₁ s₂ > 1 at the floors (derived here).
/// Source: that most rivals do not react and, if at all, with the same instrument: Steenkamp, Nijs, Hanssens
/// & Dekimpe (2005), "Competitive Reactions to Advertising and Promotion Attacks", Marketing Science 24(1).
inline double answered_price(const Planned& price, double cut, double share, double floor) {
  const double answer = std::max(price.value, price.today) * (1 - std::min(share * cut, deepest_answer));
  return std::min(price.value, std::max(floor, answer));
}

/// Rating of a brand that imitates a rival's gain g, seen some periods ago, by a share s of it:
///   x = max(planned, min(5, x₀ + s g))
/// g: points that the rival's rating lies above today's, at least 0. Rises with g and s.
inline double imitated_rating(const Planned& rating, double gain, double share) {
  constexpr double best = 5;
  return std::max(rating.value, std::min(best, rating.today + share * gain));
}

}  // namespace clientele
