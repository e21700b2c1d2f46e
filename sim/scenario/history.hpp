// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/history/posterior.hpp"
#include "sim/base/problem.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// What a past tells of a customer who behaves like this: the chance that he is still one, and of each trait
/// what was seen, given that he is.
struct Judgement {
  double alive = 1;
  Evidence pace;                    ///< need.purchases, a rate
  Evidence probability;             ///< need.probability, a chance
  Evidence leaving;                 ///< departure.chance, a chance
  Evidence hazard;                  ///< departure.hazard, a rate
  std::optional<UnitsScale> units;  ///< of gamma-gamma spending
};

/// The past is one that fault_of finds nothing wrong with.
Judgement judge(const Behaviours& behaviours, const Past& past);

/// A trait after what was seen, where its distribution stays the same: gamma rates, beta chances, and what is
/// the same for all. Nothing for the others, whose likelihood must be weighed number by number.
std::optional<Trait> rate_after(const Trait& rate, Evidence seen);
std::optional<Trait> chance_after(const Trait& chance, Evidence seen);

/// What is wrong with a past for customers who behave like this: the key, why, and what to write instead.
struct Fault {
  std::string_view key;  ///< of Past; empty: the whole
  std::string reason, remedy;
};
std::optional<Fault> fault_of(const Behaviours& behaviours, const Past& past);

/// Settles whether numbers or a file hold in each segment; a past that is the same for all becomes the only
/// one in `customers`.
void settle_histories(World& world, const Places& places);

/// Refuses pasts that the world can make nothing of. Those of a file were checked when it was read.
void check_histories(const World& world, const Places& places, Problems& problems);

}  // namespace clientele
