// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// What is known of one customer's past; each may be unknown. Times in periods.
struct Past {
  std::optional<Number> tenure, observed_for, purchases, last_purchase, units;
};

inline void describe(Past& past, Visitor& visitor) {
  constexpr std::string_view source = "Fader, Hardie & Lee (2005) for what recency and frequency tell";
  visitor.optional(past.tenure, {.name = "tenure",
                                 .meaning = "how long a customer has been one who is known to be so still",
                                 .unit = "periods",
                                 .quantity = Quantity::duration,
                                 .range = at_least(0),
                                 .may_be = by_segment,
                                 .fractional = true});
  visitor.optional(past.observed_for,
                   {.name = "observed_for",
                    .meaning = "time since a customer's first purchase, where nobody knows whether he is one "
                               "still: in place of tenure",
                    .unit = "periods",
                    .quantity = Quantity::duration,
                    .range = at_least(0),
                    .may_be = by_segment,
                    .source = source,
                    .fractional = true});
  visitor.optional(past.purchases, {.name = "purchases",
                                    .meaning = "purchases in this time, without the one with which it began",
                                    .unit = "times",
                                    .range = at_least(0),
                                    .may_be = by_segment,
                                    .source = source});
  visitor.optional(past.last_purchase,
                   {.name = "last_purchase",
                    .meaning = "time from the first purchase to the last one; 0 where there was no further",
                    .unit = "periods",
                    .quantity = Quantity::duration,
                    .range = at_least(0),
                    .may_be = by_segment,
                    .source = source,
                    .fractional = true});
  visitor.optional(past.units, {.name = "units",
                                .meaning = "mean units of these purchases (gamma_gamma only)",
                                .unit = "units per purchase",
                                .range = above(0),
                                .may_be = by_segment,
                                .source = "Fader & Hardie (2013)"});
}

/// The pasts of today's customers: one for all, or those of a file.
struct History {
  std::string file;
  Past of_all;
  std::vector<Past> customers;  ///< what is so known, of at least one
};

inline void describe(History& history, Visitor& visitor) {
  visitor.text(history.file, {.name = "file",
                              .meaning = "a table (CSV) with a row for each customer and columns called as "
                                         "what stands below; `history: customers.csv` says it in one line",
                              .standard_text = "none: the same past for all",
                              .may_be = by_segment});
  describe(history.of_all, visitor);
}

}  // namespace clientele
