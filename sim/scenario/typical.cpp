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

}  // namespace clientele
