// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// How much a customer buys at an occasion.
struct Purchase {
  enum class Model { fixed, lognormal };

  Model model = Model::fixed;
  Trait units{.first = {1}};
  Number variation{0.5};
};

inline void describe(Purchase& purchase, Visitor& visitor) {
  static constexpr Word models[] = {{"fixed", "always the customer's own number of units"},
                                    {"lognormal", "around the customer's own number of units"}};
  visit_word(visitor, purchase.model,
             {.name = "model",
              .meaning = "how much is bought at an occasion",
              .standard_text = "fixed",
              .may_be = by_segment},
             models);
  static constexpr Distribution follows[] = {Distribution::lognormal, Distribution::gamma,
                                             Distribution::uniform};
  visitor.trait(purchase.units,
                {.name = "units",
                 .meaning = "a customer's mean number of units at an occasion",
                 .unit = "units per purchase",
                 .range = above(0),
                 .standard = 1,
                 .may_be = by_segment | uncertain},
                follows);
  visitor.number(
      purchase.variation,
      {.name = "variation",
       .meaning =
           "standard deviation of the logarithm of the units from one occasion to the next (lognormal only)",
       .unit = "–",
       .range = between(0, 3),
       .standard = 0.5,
       .may_be = by_segment | uncertain});
}

}  // namespace clientele
