// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/samples.hpp"

namespace clientele {

/// Customer equity of ours in a scenario, and what today's and future customers bring of it, before
/// advertising and channels.
Samples::Quantity equity_of(int scenario);
Samples::Quantity equity_today_of(int scenario);
Samples::Quantity equity_future_of(int scenario);

/// Of two numbers of the same people with the same luck.
Samples::Quantity difference(const Samples::Quantity& after, const Samples::Quantity& before);

/// What a scenario's equity is above the baseline's; and that after what was invested.
Samples::Quantity gain_of(int scenario);
Samples::Quantity net_gain_of(int scenario);

}  // namespace clientele
