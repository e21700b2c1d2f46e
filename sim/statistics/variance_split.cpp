// SPDX-License-Identifier: MIT
#include "sim/statistics/variance_split.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/contract.hpp"

namespace clientele {
namespace {

double square(double x) { return x * x; }

/// Variances within a draw and over draws, as they come out.
struct Parts {
  double over_draws = 0, within = 0, chance = 0;
};

Parts parts_of(const std::vector<double>& by_draw, const std::vector<Triple>& triples, const Kept& kept) {
  Parts parts;
  parts.over_draws = variance_over_draws(kept.of(by_draw), kept.of_shifts);
  double used = 0;
  for (const int draw : kept.draws) {
    if (draw >= static_cast<int>(triples.size())) break;
    const auto& [x, y, z] = triples[draw];
    parts.within += (square(x - z) + square(y - z)) / 4;
    parts.chance += square(x - y) / 2;
    ++used;
  }
  parts.within /= used;
  parts.chance /= used;
  return parts;
}

/// What assumptions, mix and chance make of the variance of all people's market, as they come out.
std::vector<double> market_of(const Parts& parts, double simulated_part) {
  return {parts.over_draws - parts.within, (parts.within - parts.chance) * simulated_part,
          parts.chance * simulated_part};
}

double sum_of(const std::vector<double>& v) { return v[0] + v[1] + v[2]; }

/// None below zero.
Parts mended(Parts parts) {
  parts.over_draws = std::max(parts.over_draws, parts.within);
  parts.chance = std::min(parts.chance, parts.within);
  return parts;
}

}  // namespace

std::optional<VarianceSplit> split_variance(const std::vector<double>& by_draw,
                                            const std::vector<Triple>& triples, double simulated_part) {
  expects(!triples.empty() && triples.size() % shifts == 0 && triples.size() <= by_draw.size());
  expects(simulated_part > 0);
  const int draws = static_cast<int>(by_draw.size());
  const Parts parts = parts_of(by_draw, triples, all_draws(draws));
  const auto market = market_of(mended(parts), simulated_part);
  VarianceSplit split;
  split.variance = sum_of(market);
  if (split.variance == 0) return std::nullopt;
  // The error of a share p of v is that of (part − p · v) / v in its first order, with p and v held.
  const auto errors = all_over_shifts(draws, [&](const Kept& kept) {
    auto off = market_of(parts_of(by_draw, triples, kept), simulated_part);
    const double all = sum_of(off);
    for (int i = 0; i < 3; ++i) off[i] = (off[i] - market[i] / split.variance * all) / split.variance;
    return off;
  });
  Measured* const shares[] = {&split.assumptions, &split.mix, &split.chance};
  for (int i = 0; i < 3; ++i) *shares[i] = {market[i] / split.variance, errors[i].mc_error};
  split.noise = parts.within * (1 - simulated_part);
  split.share_of_noise = parts.over_draws > 0 ? split.noise / parts.over_draws : 0;
  return split;
}

}  // namespace clientele
