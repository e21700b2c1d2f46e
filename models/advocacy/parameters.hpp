// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// What customers tell others of their brand, and what it does to those who hear it.
struct Advocacy {
  Number intend;
  Number act{0.4};
  Number convert{0.1};
  Number persuasion{0.2};
  Number warn;
  Number warning_weight{2};
};

inline void describe(Advocacy& a, Visitor& visitor) {
  constexpr unsigned roles = by_segment | uncertain;
  constexpr std::string_view funnel =
      "Kumar, Petersen & Leone (2007) for the funnel; the number is an estimate";
  visitor.number(a.intend,
                 {.name = "intend",
                  .meaning = "recommendations that a customer means to make in a period, each to one person: "
                             "a delighted one where experience is on, else any",
                  .unit = "per customer and period",
                  .quantity = Quantity::frequency,
                  .range = between(0, 16),
                  .may_be = roles,
                  .required = true});
  visitor.number(a.act, {.name = "act",
                         .meaning = "share of the recommendations meant that are made",
                         .unit = "share of recommendations",
                         .quantity = Quantity::share,
                         .range = between(0, 1),
                         .standard = 0.4,
                         .may_be = roles,
                         .source = funnel});
  visitor.number(
      a.convert,
      {.name = "convert",
       .meaning = "chance that a prospect who hears a recommendation comes into the category, with "
                  "a first purchase of that brand",
       .unit = "probability per recommendation",
       .quantity = Quantity::share,
       .range = between(0, 1),
       .standard = 0.1,
       .may_be = roles,
       .source = funnel});
  visitor.number(a.persuasion,
                 {.name = "persuasion",
                  .meaning = "utility that a recommendation adds to its brand, until the next purchase, for "
                             "those who buy in the category already",
                  .unit = "utility per recommendation",
                  .range = at_least(0),
                  .standard = 0.2,
                  .may_be = roles,
                  .source = "estimate"});
  visitor.number(a.warn, {.name = "warn",
                          .meaning = "warnings that a dissatisfied customer gives in a period, each to one "
                                     "person (needs experience)",
                          .unit = "per customer and period",
                          .quantity = Quantity::frequency,
                          .range = between(0, 16),
                          .standard = 0,
                          .may_be = roles});
  visitor.number(a.warning_weight,
                 {.name = "warning_weight",
                  .meaning = "utility that a warning takes from its brand, in that of a recommendation",
                  .unit = "recommendations",
                  .range = at_least(0),
                  .standard = 2,
                  .may_be = roles,
                  .source = "estimate"});
}

}  // namespace clientele
