// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array advocacy_metrics = {
    Metric{.name = "recommendations",
           .meaning = "recommendations that customers of the brand make, on the average; missing where "
                      "nobody makes any",
           .unit = "recommendations",
           .from = [](const Totals& t) { return when(t.talked, t.recommendations); }},
    Metric{.name = "warnings",
           .meaning = "warnings that its dissatisfied customers give, on the average",
           .unit = "warnings",
           .from = [](const Totals& t) { return when(t.talked, t.warnings); }},
    Metric{.name = "referred",
           .meaning = "people who came into the category, and to the brand, by a recommendation",
           .unit = "people",
           .from = [](const Totals& t) { return when(t.talked, t.referred); }},
    Metric{.name = "referral_cost",
           .meaning = "rewards for those who recommended the brand and gifts to those who came",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.talked && t.priced, t.referral_cost); }},
};

}  // namespace clientele
