// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array value_metrics = {
    Metric{.name = "customer_equity",
           .meaning =
               "contribution of all customers, present and future, discounted to today; of a segment before "
               "advertising and channels",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.priced, t.value); }},
    Metric{.name = "equity_today",
           .meaning = "what today's customers of the brand bring, before advertising and channels",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.priced, t.existing_value); }},
    Metric{.name = "equity_future",
           .meaning = "what those bring, before advertising and channels, who are not its customers today",
           .unit = "currency",
           .from =
               [](const Totals& t) {
                 return when(t.priced,
                             t.value + t.advertising_today + t.channel_spend_today - t.existing_value);
               }},
    Metric{.name = "clv_existing",
           .meaning = "mean lifetime value of today's customers of the brand, to it",
           .unit = "currency",
           .adds = Metric::Adds::ratio,
           .from =
               [](const Totals& t) { return t.priced ? ratio(t.existing_value, t.existing) : std::nullopt; }},
};

}  // namespace clientele
