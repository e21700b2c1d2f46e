// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// What a customer remembers of the brand he buys, and what that does to his next choice.
/// The mean of an experience is the brand's rating of the drivers called `quality` and `service`.
struct Experience {
  Number product_noise{0.8};
  Number service_noise{0.8};
  Number product_weight{0.5};
  Number first_weight{0.5};
  Number lasting_weight{0.2};
  Number dissatisfied_below{3};
  Number delighted_above{4.5};
  Number disappointment{0.6};
  Number delight{0};
  Number failure_rating{1.5};
  Number voice{0.4};
  Number recovery{0.7};
  Number learning{0};
};

inline void describe(Experience& e, Visitor& visitor) {
  constexpr unsigned roles = by_segment | uncertain;
  constexpr std::string_view rating = "rating points (1 to 5)";
  visitor.number(e.product_noise,
                 {.name = "product_noise",
                  .meaning = "standard deviation of one experience of the product around the brand's quality",
                  .unit = rating,
                  .range = between(0, 4),
                  .standard = 0.8,
                  .may_be = roles});
  visitor.number(e.service_noise,
                 {.name = "service_noise",
                  .meaning = "standard deviation of one experience of the service around the brand's service",
                  .unit = rating,
                  .range = between(0, 4),
                  .standard = 0.8,
                  .may_be = roles});
  visitor.number(e.product_weight, {.name = "product_weight",
                                    .meaning = "ω: share of the product in satisfaction, the rest is service",
                                    .unit = "share",
                                    .quantity = Quantity::share,
                                    .range = between(0, 1),
                                    .standard = 0.5,
                                    .may_be = roles});
  visitor.number(
      e.first_weight,
      {.name = "first_weight",
       .meaning =
           "weight of the first experience with a brand in the memory; it falls as 1 / (1 + purchases)",
       .unit = "share",
       .quantity = Quantity::share,
       .range = between(0, 1),
       .standard = 0.5,
       .may_be = roles,
       .source = "Bolton (1998)"});
  visitor.number(
      e.lasting_weight,
      {.name = "lasting_weight",
       .meaning = "weight of a new experience for a customer of long standing, the least it falls to",
       .unit = "share",
       .quantity = Quantity::share,
       .range = between(0, 1),
       .standard = 0.2,
       .may_be = roles,
       .source = "Bolton (1998)"});
  visitor.number(e.dissatisfied_below, {.name = "dissatisfied_below",
                                        .meaning = "L: satisfaction below which a customer is disappointed",
                                        .unit = rating,
                                        .range = between(1, 5),
                                        .standard = 3,
                                        .may_be = roles,
                                        .source = "Ngobo (1999): two thresholds"});
  visitor.number(e.delighted_above, {.name = "delighted_above",
                                     .meaning = "H: satisfaction above which a customer is delighted",
                                     .unit = rating,
                                     .range = between(1, 5),
                                     .standard = 4.5,
                                     .may_be = roles,
                                     .source = "Ngobo (1999): two thresholds"});
  visitor.number(
      e.disappointment,
      {.name = "disappointment",
       .meaning = "utility the brand loses per rating point below L",
       .unit = "utility per rating point",
       .range = at_least(0),
       .standard = 0.6,
       .may_be = roles,
       .source = "estimate; that disappointment weighs more than delight: Anderson & Mittal (2000)"});
  visitor.number(e.delight, {.name = "delight",
                             .meaning = "utility the brand gains per rating point above H; it may be nothing",
                             .unit = "utility per rating point",
                             .range = at_least(0),
                             .standard = 0,
                             .may_be = roles,
                             .source = "Ngobo (1999): the effect levels off at the top"});
  visitor.number(e.failure_rating, {.name = "failure_rating",
                                    .meaning = "how a customer rates the service of a purchase that failed",
                                    .unit = rating,
                                    .range = between(1, 5),
                                    .standard = 1.5,
                                    .may_be = roles,
                                    .source = "estimate"});
  visitor.number(e.voice, {.name = "voice",
                           .meaning = "chance that a customer complains of a failure",
                           .unit = "share of failures",
                           .quantity = Quantity::share,
                           .range = between(0, 1),
                           .standard = 0.4,
                           .may_be = roles,
                           .source = "estimate"});
  visitor.number(
      e.recovery,
      {.name = "recovery",
       .meaning = "how much of the harm of a failure an answer in time makes good; at 100% the purchase "
                  "is remembered as if nothing had failed, above it as better (the recovery paradox)",
       .unit = "share of the harm",
       .quantity = Quantity::share,
       .range = between(0, 2),
       .standard = 0.7,
       .may_be = roles,
       .source = "estimate; the paradox holds for satisfaction, not for repurchase: De Matos, Henrique & "
                 "Rossi (2007)"});
  visitor.number(
      e.learning,
      {.name = "learning",
       .meaning = "part of the causes of failures that a brand would end in a period in which every "
                  "failure was told and answered in time; as it stands today, new causes balance it",
       .unit = "probability per period",
       .quantity = Quantity::chance,
       .range = between(0, 1),
       .standard = 0,
       .may_be = roles,
       .source = "estimate"});
}

}  // namespace clientele
