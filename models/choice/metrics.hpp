// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <utility>

#include "models/metric.hpp"

namespace clientele {

inline constexpr std::array choice_metrics = {
    Metric{.name = "customers",
           .meaning =
               "people in the category whose last purchase was from the brand, within lost_after if that is "
               "given, at the end",
           .unit = "people",
           .adds = Metric::Adds::stock,
           .from = [](const Totals& t) { return std::optional(t.customers_at_end); }},
    Metric{.name = "purchases",
           .meaning = "purchases from the brand",
           .unit = "purchases",
           .from = [](const Totals& t) { return std::optional(t.purchases); }},
    Metric{.name = "share",
           .meaning = "share of all purchases in the category",
           .unit = "share",
           .adds = Metric::Adds::ratio,
           .from = [](const Totals& t) { return ratio(t.purchases, t.market_purchases); }},
    Metric{.name = "acquired",
           .meaning = "people who became customers: not so at the start of a period, so at its end",
           .unit = "people",
           .from =
               [](const Totals& t) {
                 return std::optional(t.customers_at_end - t.customers_at_start + t.customer_periods -
                                      t.retained);
               }},
    Metric{.name = "lost",
           .meaning = "people who ceased to be customers, to a rival or out of the category",
           .unit = "people",
           .from = [](const Totals& t) { return std::optional(t.customer_periods - t.retained); }},
    Metric{.name = "returned",
           .meaning = "of the acquired, people who had lapsed from the brand (bought nothing for longer than "
                      "lost_after) and bought from it again",
           .unit = "people",
           .from = [](const Totals& t) { return when(t.lapses, t.returned); }},
    Metric{.name = "retention",
           .meaning = "share of the customers at the start of a period who are customers at its end",
           .unit = "share per period",
           .adds = Metric::Adds::ratio,
           .from = [](const Totals& t) { return ratio(t.retained, t.customer_periods); }},
    Metric{.name = "tenure",
           .meaning = "mean time for which the customers at the end have been so without a break; for those "
                      "of today counted from today",
           .unit = "periods",
           .adds = Metric::Adds::ratio,
           .from = [](const Totals& t) { return ratio(t.tenure, t.customers_at_end); }},
    Metric{.name = "buyers",
           .meaning = "people who bought from the brand at least once; in a period: for the first time",
           .unit = "people",
           .from = [](const Totals& t) { return std::optional(t.buyers); }},
    Metric{.name = "penetration",
           .meaning =
               "share of all people who bought from the brand at least once; in a period: for the first time",
           .unit = "share",
           .adds = Metric::Adds::ratio,
           .from = [](const Totals& t) { return ratio(t.buyers, t.people); }},
    Metric{.name = "purchases_per_buyer",
           .meaning = "purchases from the brand for each of its buyers over the horizon",
           .unit = "purchases",
           .adds = Metric::Adds::ratio,
           .from = [](const Totals& t) { return ratio(t.purchases, t.buyers); }},
    Metric{.name = "repeat_share",
           .meaning = "share of the purchases from the brand that follow a purchase from it",
           .unit = "share",
           .adds = Metric::Adds::ratio,
           .from = [](const Totals& t) { return ratio(t.repeats, t.purchases); }},
};

/// `lost_price`, `lost_offer`, …: what `lost` is made up of.
inline constexpr auto lost_metrics = []<int... why>(std::integer_sequence<int, why...>) {
  return std::array{Metric{.name = lost_for[why].metric,
                           .meaning = lost_for[why].meaning,
                           .unit = "people",
                           .from = [](const Totals& t) { return std::optional(t.lost[why]); }}...};
}
(std::make_integer_sequence<int, all_reasons>());

}  // namespace clientele
