// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

#include "sim/input/scalar.hpp"

namespace clientele {

/// What traits are read with, and where it goes what is found on the way.
struct TraitContext {
  Period period;
  Places& places;
  Problems& problems;
  std::vector<Assumption>& assumptions;
};

/// Reads a trait: a plain number, the same for everyone, or a mapping with one distribution and its
/// parameters. Remembers the places of the parameters under the trait's path, without the name of the
/// distribution.
std::optional<Trait> read_trait(const Written& written, const Parameter& is,
                                std::span<const Distribution> may_follow, const TraitContext& context);

}  // namespace clientele
