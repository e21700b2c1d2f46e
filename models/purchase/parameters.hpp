// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// How much a customer buys at an occasion.
struct Purchase {
  enum class Model { fixed, lognormal, gamma_gamma };

  Model model = Model::fixed;
  Trait units{.first = {1}};
  Number variation{0.5};
  Number within_shape{2};
  Number between_shape{3};
  Number scale{1};
  Number price_elasticity;
  Number growth;
};

inline void describe(Purchase& purchase, Visitor& visitor) {
  static constexpr Word models[] = {
      {"fixed", "always the customer's own number of units"},
      {"lognormal", "around the customer's own number of units"},
      {"gamma_gamma",
       "gamma distributed around a mean of the customer's own, which is inverse gamma distributed"}};
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
                 .meaning = "a customer's mean number of units at an occasion (not gamma_gamma)",
                 .unit = "units per purchase",
                 .range = above(0),
                 .standard = 1,
                 .may_be = by_segment | uncertain,
                 .only_with = {"fixed", "lognormal"}},
                follows);
  visitor.number(
      purchase.variation,
      {.name = "variation",
       .meaning =
           "standard deviation of the logarithm of the units from one occasion to the next (lognormal only)",
       .unit = "–",
       .range = between(0, 3),
       .standard = 0.5,
       .may_be = by_segment | uncertain,
       .only_with = "lognormal"});
  constexpr std::string_view source = "Fader & Hardie (2013), gamma-gamma model of monetary value";
  visitor.number(purchase.within_shape,
                 {.name = "within_shape",
                  .meaning = "p: shape of the units from one occasion to the next (gamma_gamma only)",
                  .unit = "–",
                  .range = {0, 1e6, true, false},
                  .standard = 2,
                  .may_be = by_segment | uncertain,
                  .source = source,
                  .only_with = "gamma_gamma"});
  visitor.number(
      purchase.between_shape,
      {.name = "between_shape",
       .meaning =
           "q: shape of what differs between customers; their mean is p γ / (q − 1) (gamma_gamma only)",
       .unit = "–",
       .range = {1, 1e6, true, false},
       .standard = 3,
       .may_be = by_segment | uncertain,
       .source = source,
       .only_with = "gamma_gamma"});
  visitor.number(purchase.scale, {.name = "scale",
                                  .meaning = "γ: scale of the units (gamma_gamma only)",
                                  .unit = "units",
                                  .range = {0, 1e9, true, false},
                                  .standard = 1,
                                  .may_be = by_segment | uncertain,
                                  .source = source,
                                  .only_with = "gamma_gamma"});
  visitor.number(
      purchase.price_elasticity,
      {.name = "price_elasticity",
       .meaning = "by how many per cent the units of a purchase change when the brand's price is one per "
                  "cent above today's; the choice of a brand is apart",
       .unit = "% of units per % of price",
       .range = between(-10, 0),
       .standard = 0,
       .may_be = by_segment | uncertain});
  visitor.number(purchase.growth,
                 {.name = "growth",
                  .meaning = "growth of the units of a purchase with every period as a customer of the brand",
                  .unit = "compound rate per period",
                  .quantity = Quantity::growth,
                  .range = {-1, 1, true, false},
                  .standard = 0,
                  .may_be = by_segment | uncertain,
                  .source = "Gupta & Lehmann (2003)"});
}

}  // namespace clientele
