// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "models/arithmetic.hpp"

namespace clientele {

/// Which factor of a season holds in a period of the simulation:
///   k = ⌊m ((s − 1 + t − 1) mod n) / n⌋, counted from 0
/// period: t ≥ 1; starts_in: s, the period of the year in which the first falls, 1..n; year: n, periods in a
/// year; factors: m, 1..n, each of an equal part of the year. Twelve factors of a year of months are one a
/// month, four are one a quarter.
inline std::size_t factor_of_season(int period, int starts_in, int year, std::size_t factors) {
  const int position = (starts_in - 1 + period - 1) % year;
  return factors * static_cast<std::size_t>(position) / static_cast<std::size_t>(year);
}

/// A chance to buy in its season: q f, at most 1. A rate of purchases is λ f, without a limit.
template <class F>
F seasonal_chance(F chance, F factor) {
  return min(chance * factor, F(1));
}

}  // namespace clientele
