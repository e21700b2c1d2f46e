// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "sim/engine/segment_tables.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// The estimator of the mean of customer equity, from what was asked for; without that, from what pays in
/// this world. Its scenarios have the same. It hangs on the world alone, never on time.
///
/// Expectations are not to be had where what a purchase from us brings is not linear in its amount: our
/// programme counts points up to a threshold, a promotion comes off above an amount. They do not pay where
/// people are bound by contracts or choose often: there luck evens out, or is in who switches and not in what
/// a purchase brings.
Estimator estimator_for(const Scenario& scenario, std::optional<Estimator> asked);

}  // namespace clientele
