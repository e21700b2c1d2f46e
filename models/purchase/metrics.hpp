// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array purchase_metrics = {
    Metric{.name = "units",
           .meaning = "units bought from the brand",
           .unit = "units",
           .from = [](const Totals& t) { return std::optional(t.units); }},
    Metric{.name = "revenue",
           .meaning = "units times price less discounts, add-ons, and exit fees",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.priced, t.revenue); }},
    Metric{.name = "discounts",
           .meaning = "taken off prices by promotions; revenue is without it",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.priced, t.discounts); }},
    Metric{.name = "cost_to_serve",
           .meaning = "cost of serving customers at their purchases",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.priced, t.cost_to_serve); }},
    Metric{.name = "cost_to_keep",
           .meaning = "cost of keeping customers, whether they buy or not",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.priced, t.cost_to_keep); }},
    Metric{.name = "contribution",
           .meaning =
               "revenue less unit costs, costs to serve and to keep, those of complaints, referrals and "
               "advertising, not discounted; of a segment before advertising",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.priced, t.contribution); }},
};

}  // namespace clientele
