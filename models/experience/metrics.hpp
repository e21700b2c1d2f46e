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
    Metric{.name = "failures",
           .meaning = "purchases from the brand that failed; missing where nobody remembers any",
           .unit = "purchases",
           .from = [](const Totals& t) { return when(t.remembered, t.failures); }},
    Metric{.name = "complaints",
           .meaning = "failures of which the customer complained",
           .unit = "complaints",
           .from = [](const Totals& t) { return when(t.remembered, t.complaints); }},
    Metric{.name = "answered",
           .meaning = "complaints answered in time",
           .unit = "complaints",
           .from = [](const Totals& t) { return when(t.remembered, t.answered); }},
    Metric{.name = "complaint_cost",
           .meaning = "cost of complaints and of answering them",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.remembered && t.priced, t.complaint_cost); }},
};

}  // namespace clientele
