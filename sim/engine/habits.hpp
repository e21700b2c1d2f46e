// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stop_token>

#include "sim/engine/simulate.hpp"
#include "sim/scenario/world.hpp"

namespace clientele {

/// Whether a segment, or the world without any, gives a retention instead of inertia.
bool has_retention_to_reach(const World& world);

/// The world with the inertia, the same for all people of a segment, that lets the share of our customers
/// whose next purchase is from us again come out as `choice.retention` says; without that key it is the world
/// itself. Solved on the sample of the appeals (appeals.hpp), and together with them, as both hang on each
/// other:
///   b += 0.7 (logit retention given − logit retention of the model),  0 ≤ b ≤ 20
/// with the model's retention Σ w π e B / (Σ e + (B − 1) e) / Σ w π over people, π the stationary chance to
/// have bought from us last. Where memory feeds back the last steps rest on a rehearsal. Throws RunFailed if
/// no inertia reaches it: tastes alone make people come back more often than they should.
World with_habits(World baseline, std::uint64_t seed, const Workplace& workplace, std::stop_token stop = {});

}  // namespace clientele
