// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// When a customer needs to buy in the category.
struct Need {
  enum class Model { regular, poisson_gamma };
  enum class ChoicePer { occasion, period };

  Model model = Model::regular;
  Trait purchases{.first = {1}};
  ChoicePer per = ChoicePer::occasion;
};

inline void describe(Need& need, Visitor& visitor) {
  static constexpr Word models[] = {
      {"regular", "one purchase every period"},
      {"poisson_gamma", "so many purchases a period by chance, around a rate of the customer's own"}};
  visit_word(visitor, need.model,
             {.name = "model",
              .meaning = "when customers need to buy",
              .standard_text = "regular",
              .may_be = by_segment,
              .source = "Ehrenberg (1959) for the Poisson with gamma rates"},
             models);
  static constexpr Distribution follows[] = {Distribution::gamma, Distribution::lognormal,
                                             Distribution::uniform};
  visitor.trait(need.purchases,
                {.name = "purchases",
                 .meaning = "mean number of purchases in the category (poisson_gamma only)",
                 .unit = "purchases per period",
                 .quantity = Quantity::frequency,
                 .range = {0, 400, true, false},
                 .standard = 1,
                 .may_be = by_segment | uncertain},
                follows);
  static constexpr Word per[] = {{"occasion", "a choice of its own for every purchase"},
                                 {"period",
                                  "one choice for all purchases of a period: quicker, and wrong for "
                                  "the number of different buyers a brand has"}};
  visit_word(visitor, need.per,
             {.name = "per",
              .meaning = "how often a brand is chosen",
              .standard_text = "occasion",
              .may_be = by_segment},
             per);
}

}  // namespace clientele
