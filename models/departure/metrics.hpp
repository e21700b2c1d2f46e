// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array departure_metrics = {
    Metric{.name = "active",
           .meaning = "people in the category, at the end",
           .unit = "people",
           .adds = Metric::Adds::stock,
           .of = Metric::Of::market,
           .from = [](const Totals& t) { return std::optional(t.active); }},
    Metric{.name = "departed",
           .meaning = "people who left the category",
           .unit = "people",
           .of = Metric::Of::market,
           .from = [](const Totals& t) { return std::optional(t.departed); }},
    Metric{.name = "came_back",
           .meaning = "people who had left the category and came back to it; they have not `arrived`",
           .unit = "people",
           .of = Metric::Of::market,
           .from = [](const Totals& t) { return when(t.may_come_back, t.came_back); }},
};

}  // namespace clientele
