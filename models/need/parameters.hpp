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
  Trait probability{.first = {1}};
  ChoicePer per = ChoicePer::occasion;
};

inline void describe(Need& need, Visitor& visitor) {
  static constexpr Word models[] = {
      {"regular", "one purchase every period, or with a probability"},
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
                 .may_be = by_segment | uncertain,
                 .only_with = "poisson_gamma"},
                follows);
  static constexpr Distribution chances[] = {Distribution::beta, Distribution::uniform};
  visitor.trait(need.probability,
                {.name = "probability",
                 .meaning = "chance to buy in a period of the world (regular only)",
                 .unit = "probability per period",
                 .quantity = Quantity::share,
                 .range = {0, 1, true, false},
                 .standard = 1,
                 .may_be = by_segment | uncertain,
                 .source = "Fader, Hardie & Shang (2010) for the beta-geometric/beta-Bernoulli",
                 .only_with = "regular"},
                chances);
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
