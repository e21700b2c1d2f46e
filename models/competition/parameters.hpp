// SPDX-License-Identifier: MIT
#pragma once

#include "models/competition/programme_parameters.hpp"
#include "models/competition/reaction_parameters.hpp"
#include "models/parameter.hpp"

namespace clientele {

/// What a brand offers, and its place in the market today.
struct Brand {
  std::string owner;  ///< empty: nobody who matters
  std::string level = "direct";
  std::optional<Number> share;
  std::optional<Number> appeal;
  Lever awareness{{1}};
  std::optional<Lever> advertising;
  Lever consistency{{1}};
  std::optional<Number> effectiveness;
  std::optional<Lever> price;
  std::optional<Lever> unit_cost;
  Lever cost_to_serve;
  Lever cost_to_keep;
  Lever exit_fee;
  Lever failure;
  Lever response;
  Lever cost_per_complaint;
  Lever cost_of_answer;
  Lever encouragement;
  Lever referral_reward;
  Lever referral_welcome;
  Lever switching_cost;
  std::optional<Lever> enters;
  std::optional<Number> entry_probability;
  std::optional<Lever> leaves;
  std::vector<Named<Lever>> ratings;
  std::optional<Programme> programme;
  std::optional<Reaction> reaction;
};

/// What goes wrong at the brand, and what it does about it.
inline void describe_failures(Brand& brand, Visitor& visitor) {
  constexpr unsigned roles = uncertain | decided;
  visitor.lever(brand.failure, {.name = "failure",
                                .meaning = "chance that a purchase fails; its rating of `service` is that "
                                           "without failure (needs experience)",
                                .unit = "probability per purchase",
                                .quantity = Quantity::share,
                                .range = between(0, 1),
                                .standard = 0,
                                .may_be = roles});
  visitor.lever(brand.response, {.name = "response",
                                 .meaning = "share of the complaints that the brand answers in time",
                                 .unit = "share of complaints",
                                 .quantity = Quantity::share,
                                 .range = between(0, 1),
                                 .standard = 0,
                                 .may_be = roles | chosen});
  visitor.lever(brand.cost_per_complaint, {.name = "cost_per_complaint",
                                           .meaning = "cost of a complaint, answered in time or not",
                                           .unit = "currency per complaint",
                                           .quantity = Quantity::money,
                                           .range = at_least(0),
                                           .standard = 0,
                                           .may_be = roles});
  visitor.lever(brand.cost_of_answer,
                {.name = "cost_of_answer",
                 .meaning = "what answering a complaint in time costs beside that: people, compensation",
                 .unit = "currency per complaint answered",
                 .quantity = Quantity::money,
                 .range = at_least(0),
                 .standard = 0,
                 .may_be = roles});
}

/// What the brand does that its customers recommend it.
inline void describe_referrals(Brand& brand, Visitor& visitor) {
  constexpr unsigned roles = uncertain | decided;
  visitor.lever(
      brand.encouragement,
      {.name = "encouragement",
       .meaning = "share of the recommendations meant and otherwise not made that the brand brings "
                  "about: a programme, a link to pass on, a word at the right time (needs advocacy)",
       .unit = "share of recommendations",
       .quantity = Quantity::share,
       .range = between(0, 1),
       .standard = 0,
       .may_be = roles | chosen});
  visitor.lever(brand.referral_reward,
                {.name = "referral_reward",
                 .meaning = "what the brand pays for a newcomer to the one who recommended it",
                 .unit = "currency per newcomer",
                 .quantity = Quantity::money,
                 .range = at_least(0),
                 .standard = 0,
                 .may_be = roles | chosen});
  visitor.lever(brand.referral_welcome,
                {.name = "referral_welcome",
                 .meaning = "what the brand gives a newcomer who comes by a recommendation",
                 .unit = "currency per newcomer",
                 .quantity = Quantity::money,
                 .range = at_least(0),
                 .standard = 0,
                 .may_be = roles | chosen});
}

inline void describe(Brand& brand, Visitor& visitor) {
  visitor.text(
      brand.owner,
      {.name = "owner",
       .meaning = "whose brand it is; what brands of one owner are worth and take from each other is "
                  "told as well",
       .standard_text = "each its own"});
  visitor.text(brand.level, {.name = "level",
                             .meaning = "level of competition, one of choice.nests: brands of one level are "
                                        "nearer substitutes to each other than to the rest",
                             .standard_text = "direct"});
  visitor.optional(brand.share, {.name = "share",
                                 .meaning = "share of all purchases today, from which the appeal is solved; "
                                            "with a switching matrix, share of the brands bought last",
                                 .unit = "share of purchases",
                                 .quantity = Quantity::share,
                                 .range = {0, 1, true, false},
                                 .may_be = uncertain});
  visitor.optional(brand.appeal,
                   {.name = "appeal",
                    .meaning = "utility beyond price, drivers and taste, where the share is not given",
                    .unit = "utility",
                    .range = between(-50, 50),
                    .may_be = uncertain});
  visitor.optional_lever(brand.price, {.name = "price",
                                       .meaning = "price of a unit",
                                       .unit = "currency per unit",
                                       .quantity = Quantity::money,
                                       .range = above(0),
                                       .may_be = uncertain | chosen | decided});
  visitor.optional_lever(brand.unit_cost, {.name = "unit_cost",
                                           .meaning = "variable cost of a unit",
                                           .unit = "currency per unit",
                                           .quantity = Quantity::money,
                                           .range = at_least(0),
                                           .may_be = uncertain | decided});
  visitor.lever(brand.cost_to_serve,
                {.name = "cost_to_serve",
                 .meaning = "cost of serving a customer at a purchase, whatever the units",
                 .unit = "currency per purchase",
                 .quantity = Quantity::money,
                 .range = at_least(0),
                 .standard = 0,
                 .may_be = uncertain | decided});
  visitor.lever(brand.cost_to_keep,
                {.name = "cost_to_keep",
                 .meaning = "cost of keeping a customer for a period, whether he buys or not: an account, a "
                            "catalogue; for all who are customers at the end of the period",
                 .unit = "currency per customer and period",
                 .quantity = Quantity::money,
                 .range = at_least(0),
                 .standard = 0,
                 .may_be = uncertain | decided});
  visitor.lever(
      brand.exit_fee,
      {.name = "exit_fee",
       .meaning = "what a customer pays who leaves a contract before its end (need by contract only)",
       .unit = "currency",
       .quantity = Quantity::money,
       .range = at_least(0),
       .standard = 0,
       .may_be = uncertain | chosen | decided});
  visitor.lever(
      brand.awareness,
      {.name = "awareness",
       .meaning =
           "share of the people who have heard of the brand; others choose it only if they ever bought it",
       .unit = "share of people",
       .quantity = Quantity::share,
       .range = {0, 1, true, false},
       .standard = 1,
       .may_be = uncertain | decided,
       .source = "Hauser & Wernerfelt (1990) for consideration before choice"});
  visitor.optional_lever(
      brand.advertising,
      {.name = "advertising",
       .meaning = "what the brand spends on advertising: its awareness, from today's on, follows "
                  "from it and its customer equity pays for it",
       .unit = "currency per period",
       .quantity = Quantity::frequency,
       .range = at_least(0),
       .may_be = uncertain | chosen | decided});
  visitor.lever(brand.consistency,
                {.name = "consistency",
                 .meaning = "how much of the advertising says one and the same thing, and so is remembered",
                 .unit = "share",
                 .quantity = Quantity::share,
                 .range = between(0, 1),
                 .standard = 1,
                 .may_be = uncertain | chosen | decided});
  visitor.optional(
      brand.effectiveness,
      {.name = "effectiveness",
       .meaning = "part of those who have not heard of the brand whom one unit of currency a period "
                  "reaches, as long as it is small",
       .unit = "per currency a period",
       .range = above(0),
       .standard_text = "such that today's awareness is at rest",
       .may_be = uncertain});
  visitor.lever(
      brand.switching_cost,
      {.name = "switching_cost",
       .meaning = "utility that the brand's own customers lose by leaving it, beside that of choice: what "
                  "binds them to this brand, such as points, a stored profile, an own standard",
       .unit = "utility",
       .range = at_least(0),
       .standard = 0,
       .may_be = uncertain | decided,
       .source = "Burnham, Frels & Mahajan (2003)"});
  visitor.optional_lever(brand.enters, {.name = "enters",
                                        .meaning = "first period in which the brand can be bought; `never` "
                                                   "keeps it out until a scenario brings it in",
                                        .unit = "period",
                                        .quantity = Quantity::moment,
                                        .range = at_least(1),
                                        .may_be = uncertain | chosen | decided});
  visitor.optional(brand.entry_probability,
                   {.name = "entry_probability",
                    .meaning = "chance that a brand that enters after the start comes at all, drawn once for "
                               "all scenarios",
                    .unit = "probability",
                    .quantity = Quantity::share,
                    .range = between(0, 1),
                    .standard_text = "100%"});
  visitor.optional_lever(brand.leaves, {.name = "leaves",
                                        .meaning = "first period in which the brand can no longer be bought",
                                        .unit = "period",
                                        .quantity = Quantity::moment,
                                        .range = at_least(1),
                                        .may_be = uncertain | chosen | decided});
  describe_failures(brand, visitor);
  describe_referrals(brand, visitor);
  visit_levers(visitor, brand.ratings,
               {.name = "ratings",
                .meaning = "how customers rate the brand on a driver",
                .unit = "rating points (1 to 5)",
                .range = between(1, 5),
                .may_be = uncertain | decided},
               "<driver>");
  visit_part(visitor, brand.programme,
             {.name = "programme",
              .meaning = "a loyalty programme: points for money, rewards for "
                         "points; off when absent"});
  visit_part(visitor, brand.reaction,
             {.name = "reaction", .meaning = "what the brand does when another moves; off when absent"});
}

}  // namespace clientele
