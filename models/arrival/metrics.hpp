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
    Metric{.name = "newcomers",
           .meaning = "of these, people whom the channels of the brand brought",
           .unit = "people",
           .from = [](const Totals& t) { return when(t.acquires, t.newcomers); }},
    Metric{.name = "won_from_rivals",
           .meaning = "customers of other brands who came to this one while an offer of its channels stood, "
                      "some of them of their own accord; missing where its channels reach none",
           .unit = "people",
           .from = [](const Totals& t) { return when(t.poaches, t.won_from_rivals); }},
    Metric{.name = "channel_spend",
           .meaning = "what the channels of the brand cost, not discounted; of all people together, never of "
                      "a segment",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.acquires, t.channel_spend); }},
    Metric{.name = "acquisition_cost",
           .meaning =
               "cost of the channels for each newcomer whom they brought and each customer whom they won "
               "from rivals; of all people together",
           .unit = "currency",
           .adds = Metric::Adds::ratio,
           .from =
               [](const Totals& t) {
                 return t.acquires && t.channel_spend > 0
                            ? ratio(t.channel_spend, t.newcomers + t.won_from_rivals)
                            : std::nullopt;
               }},
};

}  // namespace clientele
