// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array experience_metrics = {
    Metric{.name = "satisfaction",
           .meaning = "mean satisfaction of the customers of the brand with it",
           .unit = "rating points (1 to 5)",
           .adds = Metric::Adds::ratio,
           .from = [](const Totals& t) { return ratio(t.satisfaction, t.satisfied); }},
};

}  // namespace clientele
