// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// How customers leave the category, for good or until they come back.
struct Departure {
  enum class Model { geometric, beta_geometric, gamma_rate };
  enum class When { start, end };
  enum class Per { period, purchase, renewal };

  Model model = Model::geometric;
  When when = When::end;
  Per per = Per::period;
  Lever rate;
  Trait chance;
  Trait hazard{.first = {1}};
  Lever involuntary;
  Lever return_rate;
  Number satisfaction_effect;
  Number satisfaction_reference{3};
};

inline void describe(Departure& departure, Visitor& visitor) {
  static constexpr Word models[] = {
      {"geometric", "the same chance for all"},
      {"beta_geometric", "a chance of each customer's own, beta distributed"},
      {"gamma_rate", "at any moment, at a rate of each customer's own, gamma distributed"}};
  visit_word(
      visitor, departure.model,
      {.name = "model",
       .meaning = "how customers leave the category",
       .standard_text = "geometric",
       .may_be = by_segment,
       .source =
           "Fader & Hardie (2007) for beta_geometric; Schmittlein, Morrison & Colombo (1987) for gamma_rate"},
      models);
  static constexpr Word when[] = {{"start", "before the purchases of the period"},
                                  {"end", "after the purchases of the period"}};
  visit_word(visitor, departure.when,
             {.name = "when",
              .meaning = "when in a period a customer leaves (per period only)",
              .standard_text = "end",
              .may_be = by_segment},
             when);
  static constexpr Word per[] = {{"period", "once a period"},
                                 {"purchase", "after every purchase, and then no further one follows"},
                                 {"renewal", "when the term of a contract is over"}};
  visit_word(visitor, departure.per,
             {.name = "per",
              .meaning = "how often the chance to leave arises",
              .standard_text = "period",
              .may_be = by_segment,
              .source = "Fader, Hardie & Lee (2005) for purchase"},
             per);
  visitor.lever(
      departure.rate,
      {.name = "rate",
       .meaning = "chance to leave the category; with per: renewal, that of all periods of the term "
                  "at its end (geometric only)",
       .unit = "probability per period",
       .quantity = Quantity::chance,
       .range = between(0, 1),
       .standard = 0,
       .may_be = by_segment | uncertain | decided,
       .only_with = "geometric"});
  static constexpr Distribution chances[] = {Distribution::beta, Distribution::uniform};
  visitor.trait(
      departure.chance,
      {.name = "chance",
       .meaning = "a customer's own chance to leave, each period of the world, after each purchase or "
                  "at each renewal (beta_geometric only)",
       .unit = "probability",
       .quantity = Quantity::share,
       .range = between(0, 1),
       .standard = 0,
       .may_be = by_segment | uncertain,
       .only_with = "beta_geometric"},
      chances);
  static constexpr Distribution hazards[] = {Distribution::gamma, Distribution::lognormal,
                                             Distribution::uniform};
  visitor.trait(departure.hazard,
                {.name = "hazard",
                 .meaning = "a customer's own rate of leaving (gamma_rate only)",
                 .unit = "departures per period",
                 .quantity = Quantity::frequency,
                 .range = {0, 400, true, false},
                 .standard = 1,
                 .may_be = by_segment | uncertain,
                 .only_with = "gamma_rate"},
                hazards);
  visitor.lever(departure.involuntary,
                {.name = "involuntary",
                 .meaning = "chance to leave for reasons no offer changes, beside the rest (per period only)",
                 .unit = "probability per period",
                 .quantity = Quantity::chance,
                 .range = between(0, 1),
                 .standard = 0,
                 .may_be = by_segment | uncertain | decided,
                 .source = "Keaveney (1995): some churn is involuntary"});
  visitor.lever(departure.return_rate,
                {.name = "return_rate",
                 .meaning = "chance that somebody who has left the category comes back to it, with a "
                            "purchase; with 0 who leaves does so for good",
                 .unit = "probability per period",
                 .quantity = Quantity::chance,
                 .range = between(0, 1),
                 .standard = 0,
                 .may_be = by_segment | uncertain | decided});
  visitor.number(departure.satisfaction_effect,
                 {.name = "satisfaction_effect",
                  .meaning = "fall of the log-odds to leave per rating point of satisfaction; 0: "
                             "dissatisfaction acts through choice alone",
                  .unit = "log-odds per rating point",
                  .range = between(0, 20),
                  .standard = 0,
                  .may_be = by_segment | uncertain});
  visitor.number(departure.satisfaction_reference,
                 {.name = "satisfaction_reference",
                  .meaning = "satisfaction at which the chance to leave is as given",
                  .unit = "rating points (1 to 5)",
                  .range = between(1, 5),
                  .standard = 3,
                  .may_be = by_segment | uncertain});
}

}  // namespace clientele
