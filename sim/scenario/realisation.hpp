// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/assumption.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// All that is not known in a baseline and the scenarios beside it, each thing once: what scenarios have in
/// common is the same number in all of them. Each path of an assumption and each event has a uniform number
/// of its own; the joint draws, if any, have one more. Scenarios that change the same in different ways, by
/// 10% to 20% and by 20% to 30%, have an assumption each with the same path: high in one is high in the
/// other.
struct Unknowns {
  std::vector<Assumption> assumptions;  ///< of the world, then of what scenarios change, by first mention
  std::vector<Correlation> correlations;
  std::optional<JointDraws> joint;
  std::vector<std::string> events;  ///< what may happen or not: `changes.<path changed>`, `brands.x.enters`

  bool any() const { return !assumptions.empty() || joint || !events.empty(); }
};

/// The first scenario is the baseline.
Unknowns unknowns_of(const std::vector<Scenario>& scenarios);

/// What was drawn of the unknowns.
struct Drawn {
  std::vector<double> values;      ///< [assumption] in the unit of the model
  std::optional<std::size_t> row;  ///< of the joint draws
  std::vector<double> luck;        ///< [event] uniform: it happens if this is below its probability
};

/// The scenarios as they are if these are the values: numbers without any uncertainty, events that happen or
/// do not. Where shares of brands are uncertain, those that are not make room, so that all sum to 1. A brand
/// that does not come after all is not brought in by changes of `enters` either. A moment beyond the horizon
/// is one at which nothing happens.
std::vector<Scenario> realised(const std::vector<Scenario>& scenarios, const Unknowns& unknowns,
                               const Drawn& drawn);

}  // namespace clientele
