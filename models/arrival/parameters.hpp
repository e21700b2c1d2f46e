// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// People who do not buy in the category today, and when they begin to.
struct Arrival {
  std::optional<Number> prospects;  ///< absent: those who arrive, and nobody else
  std::vector<Lever> arrivals;
};

inline void describe(Arrival& arrival, Visitor& visitor) {
  visitor.optional(arrival.prospects,
                   {.name = "prospects",
                    .meaning = "share of the people who do not buy in the category today; who never arrives "
                               "stays one",
                    .unit = "share of people",
                    .quantity = Quantity::share,
                    .range = between(0, 1),
                    .standard_text = "those who arrive",
                    .may_be = by_segment | uncertain});
  visit_list(
      visitor, arrival.arrivals,
      {.name = "arrivals",
       .meaning = "people who come into the category, by period: the first in period 1. Each makes his "
                  "first purchase as he comes; they are among the market's people",
       .unit = "people",
       .range = at_least(0),
       .may_be = by_segment | uncertain | decided});
}

}  // namespace clientele
