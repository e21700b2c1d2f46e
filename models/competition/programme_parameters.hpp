// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// A loyalty programme of a brand: points for money, rewards for points.
struct Programme {
  Lever enrolment;
  Number selection{1};
  Lever points{{1}};
  Lever threshold{{100}};
  Lever reward_cost;
  Number breakage;
  Number utility;
  Number half_life{6};
  Number reward_utility;
  Number pressure;
  Lever cost_per_member;
};

inline void describe_points(Programme& programme, Visitor& visitor) {
  constexpr unsigned lever = uncertain | decided;
  visitor.lever(programme.points,
                {.name = "points",
                 .meaning = "points that a member gets for each unit of currency that he pays "
                            "the brand, in whole points a purchase",
                 .unit = "points per currency",
                 .range = at_least(0),
                 .standard = 1,
                 .may_be = lever | chosen});
  visitor.lever(programme.threshold, {.name = "threshold",
                                      .meaning = "points that a reward takes",
                                      .unit = "points per reward",
                                      .range = between(1, 8e6),  // a card is exact to 2^24 points
                                      .standard = 100,
                                      .may_be = lever | chosen});
  visitor.lever(programme.reward_cost, {.name = "reward_cost",
                                        .meaning = "what a reward that is claimed costs the brand",
                                        .unit = "currency per reward",
                                        .quantity = Quantity::money,
                                        .range = at_least(0),
                                        .standard = 0,
                                        .may_be = lever | chosen});
  visitor.number(
      programme.breakage,
      {.name = "breakage",
       .meaning = "share of the rewards that members could claim and never do; points of those who "
                  "leave the category are broken as well",
       .unit = "share of rewards",
       .quantity = Quantity::share,
       .range = between(0, 1),
       .standard = 0,
       .may_be = uncertain});
  visitor.lever(
      programme.cost_per_member,
      {.name = "cost_per_member",
       .meaning = "what a member who bought from the brand last costs it in a period, rewards apart",
       .unit = "currency per member and period",
       .quantity = Quantity::money,
       .range = at_least(0),
       .standard = 0,
       .may_be = lever});
}

inline void describe(Programme& programme, Visitor& visitor) {
  visitor.lever(
      programme.enrolment,
      {.name = "enrolment",
       .meaning = "chance that a customer of mean need who buys from the brand in a period enrols at its "
                  "end, unless he is a member; 0 until a scenario opens the programme",
       .unit = "probability per period",
       .quantity = Quantity::chance,
       .range = between(0, 1),
       .standard = 0,
       .may_be = uncertain | decided});
  visitor.number(
      programme.selection,
      {.name = "selection",
       .meaning = "how much likelier heavy buyers are to enrol: log-odds for each e-fold of what they "
                  "are expected to buy in the category",
       .unit = "log-odds",
       .range = between(-10, 10),
       .standard = 1,
       .may_be = uncertain});
  describe_points(programme, visitor);
  visitor.number(programme.utility,
                 {.name = "utility",
                  .meaning = "what enrolling adds to the utility of the brand",
                  .unit = "utility",
                  .standard = 0,
                  .may_be = uncertain,
                  .source = "Liu (2007) and Belli et al. (2022) that programmes change some "
                            "purchases"});
  visitor.number(programme.half_life,
                 {.name = "half_life",
                  .meaning = "time in which half of the utility of enrolling, and of a reward, has faded",
                  .unit = "periods",
                  .quantity = Quantity::duration,
                  .range = above(0),
                  .standard = 6,
                  .may_be = uncertain,
                  .fractional = true});
  visitor.number(programme.reward_utility,
                 {.name = "reward_utility",
                  .meaning = "what claiming a reward adds to the utility of the brand",
                  .unit = "utility per reward",
                  .standard = 0,
                  .may_be = uncertain});
  visitor.number(
      programme.pressure,
      {.name = "pressure",
       .meaning = "utility of the brand just before a member reaches a reward, less before: by the "
                  "square of the part of the points that he has",
       .unit = "utility",
       .standard = 0,
       .may_be = uncertain});
}

inline constexpr int most_programmes_of_world = 8;

}  // namespace clientele
