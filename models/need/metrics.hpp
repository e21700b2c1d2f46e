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
    Metric{.name = "contracts_ended",
           .meaning = "contracts of the brand whose term was over; missing where nobody has one",
           .unit = "contracts",
           .from = [](const Totals& t) { return when(t.contracts, t.ended); }},
    Metric{.name = "renewal_rate",
           .meaning = "share of the contracts that were over which their customers renewed with the brand",
           .unit = "share",
           .adds = Metric::Adds::ratio,
           .from = [](const Totals& t) { return ratio(t.renewed, t.ended); }},
    Metric{.name = "exit_fees",
           .meaning = "paid by customers who left a contract before its end; part of revenue",
           .unit = "currency",
           .from = [](const Totals& t) { return when(t.contracts && t.priced, t.exit_fees); }},
};

}  // namespace clientele
