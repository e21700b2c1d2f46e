// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "sim/scenario/arrival_checks.hpp"

namespace clientele {

/// People whom a recommendation brings in today, on the average: each reaches one person of the market, who
/// is a prospect of segment s with chance n_s φ_s and then comes with chance c_s.
///   Σ_s n_s φ_s c_s
double newcomers_by_recommendation(const World& world);

/// Branching factor of a world without chance in it: one brand, one kind of people, no experience, and the
/// same chance for all to leave. Nothing in others, where it follows from how long customers stay and how
/// many of them are delighted, which only a simulation tells.
std::optional<double> branching_by_formula(const World& world);

}  // namespace clientele
