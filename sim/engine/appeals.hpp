// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "sim/engine/simulate.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// The appeal a_j of each brand, by its index in world.brands: as given, or solved so that today's shares
/// come out.
///
/// Shares are solved on a fixed quasi-random sample of customers, whatever --customers says, by
///   a_j += ½ (ln share observed − ln share of the model)
/// where the model's share is that of the stationary distribution of the last brand. (Half a step, because
/// with strong inertia a share follows twice its appeal.) Where memory of experiences feeds back on choice
/// there is no such formula: the last steps are then taken on a short simulation (rehearsal.hpp). Appeals sum
/// to 0 over the brands with shares. Throws RunFailed if the shares cannot be reached or `stop` is requested.
std::vector<double> appeals_of(const World& baseline, std::uint64_t seed, const Workplace& workplace,
                               std::stop_token stop = {});

}  // namespace clientele
