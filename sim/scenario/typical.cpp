// SPDX-License-Identifier: MIT
#include "sim/scenario/typical.hpp"

#include <cmath>

#include "sim/random/trait_table.hpp"

namespace clientele {

double mean_of(const Trait& trait) {
  const double first = trait.first.value, second = trait.second.value;
  switch (trait.distribution) {
    case Distribution::lognormal:
      return first * std::exp(second * second / 2);
    case Distribution::uniform:
      return (first + second) / 2;
    case Distribution::beta:
      return first / (first + second);
    case Distribution::dirichlet:
      return 0;
    default:
      return first;
  }
}

double median_of(const Trait& trait) {
  return trait.distribution == Distribution::gamma       ? table_of(trait).at(0)
         : trait.distribution == Distribution::lognormal ? trait.first.value
                                                         : mean_of(trait);
}

double purchases_a_period(const Need& need) {
  double chances = 0;
  switch (need.model) {
    case Need::Model::regular:
      return mean_of(need.probability);
    case Need::Model::poisson_gamma:
      return mean_of(need.purchases);
    case Need::Model::recency:
      for (const Lever& chance : need.chances) chances += chance.today.value;
      return chances / static_cast<double>(need.chances.size());
    case Need::Model::contract:
      return 1 / need.billing.value;
  }
  return 1;
}

std::optional<std::array<double, gap_parts>> gaps_for_all(const Need& need) {
  std::array<double, gap_parts> gaps;
  gaps.fill(1);
  const Trait& chance = need.probability;
  const bool always = chance.distribution == Distribution::same_for_all && chance.first.value == 1;
  if (need.model == Need::Model::regular && always) return gaps;
  if (need.model != Need::Model::recency) return std::nullopt;
  std::vector<double> bought;  // up to so many periods since the last purchase
  double still = 1;
  for (const Lever& at : need.chances) {
    still *= 1 - at.today.value;
    bought.push_back(1 - still);
  }
  for (int part = 0; part < gap_parts; ++part) {
    std::size_t ago = 0;
    while (ago + 1 < bought.size() && bought[ago] < (part + 0.5) / gap_parts * bought.back()) ++ago;
    gaps[part] = static_cast<double>(ago + 1);
  }
  return gaps;
}

}  // namespace clientele
