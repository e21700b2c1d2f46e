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

}  // namespace clientele
