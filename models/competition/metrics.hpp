// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array competition_metrics = {
    Metric{.name = "owner_equity",
           .meaning = "customer equity of all brands of the same owner together",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.owned, t.owner_value); }},
    Metric{.name = "cannibalisation",
           .meaning = "of the purchases with which people come to the brand from another one, the share that "
                      "come from a brand of the same owner; of the whole horizon only",
           .unit = "share",
           .adds = Metric::Adds::ratio,
           .from = [](const Totals& t) { return ratio(t.come_from_owner, t.come); }},
};

}  // namespace clientele
