// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array consideration_metrics = {
    Metric{.name = "awareness",
           .meaning = "share of people who have heard of the brand, whether or not they ever bought it",
           .unit = "share of people",
           .adds = Metric::Adds::stock,
           .from = [](const Totals& t) { return when(t.advertised, t.awareness); }},
    Metric{.name = "advertising",
           .meaning = "cost of advertising, not discounted; of all people together, never of a segment",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.advertised, t.advertising); }},
};

}  // namespace clientele
