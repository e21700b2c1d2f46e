// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <span>

namespace clientele {

/// How an acquisition channel turns money into people.
struct ChannelResponse {
  double ceiling;  ///< κ, 0..1: chance in a period that a person comes, however much is spent on him
  double rate;     ///< k ≥ 0 [1 / currency]
};

/// Chance that a person comes by a channel in a period in which it spends so much on each it can reach:
///   p = κ (1 − e^{−k s}),   s ≥ 0 [currency per person]
/// Each further unit brings fewer: half of the ceiling is reached at s = ln 2 / k.
/// Source: the form is that of Blattberg & Deighton (1996), "Manage Marketing by the Customer Equity Test",
/// Harvard Business Review 74(4).
inline double chance_by_channel(ChannelResponse r, double spent) {
  return -r.ceiling * std::expm1(-r.rate * spent);
}

/// What one more unit of currency spent on a person adds to his chance: p′(s) = κ k e^{−k s} [1 / currency].
/// Its inverse is what the next newcomer costs, the marginal acquisition cost; it is never below the average
/// one, s / p, and both are 1 / (κ k) as nothing is spent.
inline double chance_gained(ChannelResponse r, double spent) {
  return r.ceiling * r.rate * std::exp(-r.rate * spent);
}

/// What is best spent on a person where a newcomer is worth V > 0: the money at which the next newcomer costs
/// what he is worth, p′(s) V = 1:
///   s* = ln(κ k V) / k,   0 where κ k V ≤ 1
/// Holds where who does not come now would not come later either. Source: Blattberg & Deighton (1996).
inline double best_spent(ChannelResponse r, double value) {
  const double gain = r.ceiling * r.rate * value;
  return gain > 1 ? std::log(gain) / r.rate : 0;
}

/// Chance that a person comes by some way or other, if each brings him with a chance of its own:
///   1 − Π (1 − p_c)
inline double combined_chance(std::span<const double> chances) {
  double stays = 1;
  for (const double p : chances) stays *= 1 - p;
  return 1 - stays;
}

/// A number between 0 and 1 for the k-th person of a segment, by which he is credited to one of the ways that
/// people come in his period: the fractional part of (k + ½)(√5 − 1) / 2. Of any people in a row about the
/// part x has a number below x (golden section, after Weyl), so that what a way is credited with is as exact
/// as whole people allow.
inline double place_among_ways(int k) {
  constexpr double golden = 0.6180339887498949;
  const double x = (k + 0.5) * golden;
  return x - std::floor(x);
}

/// The way to which a place falls, in proportion to the weights of the ways, at least 0 and some above.
inline int way_at(double place, std::span<const double> weights) {
  double all = 0, sum = 0;
  for (const double w : weights) all += w;
  int way = 0, last = 0;
  for (const double w : weights) {
    if (w > 0) last = way;
    sum += w;
    if (w > 0 && place * all < sum) return way;
    ++way;
  }
  return last;
}

}  // namespace clientele
