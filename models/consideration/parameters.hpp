// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// How people come to know brands and forget them.
struct Consideration {
  Number decay;
};

inline void describe(Consideration& consideration, Visitor& visitor) {
  visitor.number(consideration.decay,
                 {.name = "decay",
                  .meaning = "share of those who know a brand that advertises who forget it in a period",
                  .unit = "probability per period",
                  .quantity = Quantity::chance,
                  .range = {0, 1, true, true},
                  .may_be = uncertain,
                  .source = "Nerlove & Arrow (1962) for goodwill that decays",
                  .required = true});
}

}  // namespace clientele
