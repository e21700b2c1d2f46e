// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "sim/scenario/course.hpp"

namespace clientele {

/// Effectiveness of a brand's advertising, as given or such that today's awareness is at rest at today's
/// advertising; none where nothing holds it.
std::optional<double> effectiveness_of(const World& world, const Brand& brand);

/// Awareness of the brands that advertise, by path: it follows the advertising of the period. A brand that is
/// not there does not advertise, and is not forgotten either.
Course awareness_followed(const Scenario& scenario);

}  // namespace clientele
