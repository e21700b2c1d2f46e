// SPDX-License-Identifier: MIT
#include "sim/scenario/trait_parameters.hpp"

namespace clientele {

const DistributionNames* names_of(std::string_view distribution) {
  for (const auto& names : distribution_names)
    if (names.name == distribution) return &names;
  return nullptr;
}

const DistributionNames* names_of(Distribution distribution) {
  for (const auto& names : distribution_names)
    if (names.distribution == distribution) return &names;
  return nullptr;
}

Parameter first_parameter_of(const Parameter& trait, const DistributionNames& names) {
  Parameter first = trait;
  first.name = names.first;
  if (names.distribution == Distribution::dirichlet || names.distribution == Distribution::beta)
    first = {.name = names.first, .range = {0, 1e6, true, false}, .may_be = trait.may_be};
  const bool positive =
      names.distribution == Distribution::lognormal || names.distribution == Distribution::gamma;
  if (positive && first.range.low <= 0) {
    first.range.low = 0;
    first.range.low_open = true;
  }
  return first;
}

Parameter second_parameter_of(const Parameter& trait, const DistributionNames& names) {
  if (names.distribution == Distribution::lognormal)
    return {.name = names.second, .range = between(0, 10), .may_be = trait.may_be};
  if (names.distribution == Distribution::gamma || names.distribution == Distribution::beta)
    return {.name = names.second, .range = {0, 1e6, true, false}, .may_be = trait.may_be};
  Parameter second = trait;
  second.name = names.second;
  if (names.distribution == Distribution::normal) second.range = at_least(0);
  return second;
}

}  // namespace clientele
