// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array arrival_metrics = {
    Metric{.name = "arrived",
           .meaning = "people who came into the category",
           .unit = "people",
           .of = Metric::Of::market,
           .from = [](const Totals& t) { return std::optional(t.arrived); }},
};

}  // namespace clientele
