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

/// Appeals before any share is solved: those that are given, else 0.
std::vector<double> given_appeals(const World& world);

/// Moves appeals by a part of the difference of log shares; returns the largest difference.
double move_appeals(const World& world, const std::vector<double>& target, const std::vector<double>& shares,
                    double part, std::vector<double>& appeal);

/// Whether something acts on choice that the formulas leave out: memories of experiences, contracts left
/// early.
bool needs_rehearsal(const World& world);

/// Customers in each segment of the samples on which is solved, roughly first.
inline constexpr int rough_points = 1024, sample_points = 16384;

}  // namespace clientele
