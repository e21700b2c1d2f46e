// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "sim/scenario/world.hpp"

namespace clientele {

/// Expected value of a customer to us over the horizon [currency] where it needs no simulation: one brand,
/// everybody alike but for traits, `regular` need, and leaving once a period, whatever satisfaction is:
///   Σ_{t=1..T} q U m S(t − a) (1 + d)^−(t − 1 + τ),   a = 1 if he may leave at the end of a period, 0 at its
///   start
/// Where history tells of customers, the mean over them, with what it says of each.
/// q: mean probability to buy; U: mean units; m: unit margin (with the cost to serve once a purchase); S:
/// survival, geometric or shifted beta-geometric (Fader & Hardie 2007). Missing in any other world.
std::optional<double> value_by_formula(const World& world);

/// Expected purchases of a customer over the horizon where the world is that of the BG/NBD (Fader, Hardie &
/// Lee 2005) or of the Pareto/NBD (Schmittlein, Morrison & Colombo 1987): one brand, gamma distributed rates,
/// and a beta distributed chance to leave after a purchase or a gamma distributed rate to leave at any
/// moment.
std::optional<double> purchases_by_formula(const World& world);

/// Part of the customers whom history lists that are customers still, by their chances.
double part_still_there(const Behaviours& behaviours);

}  // namespace clientele
