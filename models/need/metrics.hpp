// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array need_metrics = {
    Metric{.name = "market_purchases",
           .meaning = "purchases in the category, of any brand",
           .unit = "purchases",
           .of = Metric::Of::market,
           .from = [](const Totals& t) { return std::optional(t.market_purchases); }},
};

}  // namespace clientele
