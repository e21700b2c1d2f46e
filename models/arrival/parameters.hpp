// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// How the category spreads among those who do not buy in it yet.
struct Spreading {
  Lever innovation, imitation;
};

inline void describe(Spreading& spreading, Visitor& visitor) {
  constexpr unsigned roles = by_segment | uncertain | decided;
  constexpr std::string_view source = "Bass (1969)";
  visitor.lever(spreading.innovation, {.name = "innovation",
                                       .meaning = "p: rate at which people come of themselves",
                                       .unit = "per period",
                                       .quantity = Quantity::frequency,
                                       .range = between(0, 10),
                                       .standard = 0,
                                       .may_be = roles,
                                       .source = source});
  visitor.lever(spreading.imitation,
                {.name = "imitation",
                 .meaning = "q: rate at which people come because others have, times the part who have",
                 .unit = "per period",
                 .quantity = Quantity::frequency,
                 .range = between(0, 10),
                 .standard = 0,
                 .may_be = roles,
                 .source = source});
}

/// People who do not buy in the category today, and when they begin to.
struct Arrival {
  std::optional<Number> prospects;  ///< absent: those who arrive, and nobody else
  std::vector<Lever> arrivals;
  std::optional<Spreading> diffusion;
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
  visit_part(visitor, arrival.diffusion,
             {.name = "diffusion",
              .meaning = "how people come into the category by and by, where it is new to the prospects; off "
                         "when absent",
              .may_be = by_segment});
}

}  // namespace clientele
