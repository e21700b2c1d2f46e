// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// A reason to choose a brand, named by the user, on which brands are rated from 1 to 5.
struct Driver {
  enum class Equity { value, brand, retention };

  Equity equity = Equity::value;
  Trait weight;
};

inline void describe(Driver& driver, Visitor& visitor) {
  static constexpr Word equities[] = {{"value", "what one gets for the money"},
                                      {"brand", "what one feels about the brand"},
                                      {"retention", "what binds one beyond value and brand"}};
  visit_word(visitor, driver.equity,
             {.name = "equity",
              .meaning = "the kind of equity the driver builds",
              .standard_text = "value",
              .source = "Rust, Lemon & Zeithaml (2004)"},
             equities);
  static constexpr Distribution follows[] = {Distribution::normal, Distribution::lognormal,
                                             Distribution::gamma, Distribution::uniform};
  visitor.trait(driver.weight,
                {.name = "weight",
                 .meaning = "utility of one rating point",
                 .unit = "utility per rating point",
                 .may_be = by_segment | uncertain,
                 .required = true},
                follows);
}

/// Where customers of one brand make their next purchase: a share for each brand, together 1.
struct Switching {
  std::vector<Named<Lever>> to;
};

inline void describe(Switching& switching, Visitor& visitor) {
  NamedEntries<Lever> entries(switching.to, "<brand>");
  visitor.members(entries);
  for (auto& [name, share] : switching.to)
    visitor.lever(share, {.name = name,
                          .meaning = "share of the next purchases; when a scenario changes some of a brand, "
                                     "the others share the rest in proportion",
                          .unit = "share of next purchases",
                          .quantity = Quantity::share,
                          .range = between(0, 1),
                          .may_be = by_segment | uncertain | decided,
                          .required = true});
}

/// How soon those who do not buy a brand notice that it has changed.
struct Perception {
  Number visibility{1};
  Number lag;
};

inline void describe(Perception& perception, Visitor& visitor) {
  visitor.number(
      perception.visibility,
      {.name = "visibility",
       .meaning = "part of the difference between what a brand is and what is thought of it that becomes "
                  "known in a period",
       .unit = "share per period",
       .quantity = Quantity::chance,
       .range = {0, 1, true, false},
       .standard = 1,
       .may_be = by_segment | uncertain});
  visitor.number(perception.lag,
                 {.name = "lag",
                  .meaning = "time that passes before a change of a rating begins to be noticed",
                  .unit = "periods",
                  .quantity = Quantity::duration,
                  .range = between(0, 1200),
                  .standard = 0,
                  .may_be = by_segment | uncertain});
}

/// How a customer chooses among the brands at an occasion.
struct Choice {
  enum class Model { logit, switching_matrix };
  enum class Price { log, linear };

  Model model = Model::logit;
  Price price = Price::log;
  Trait price_sensitivity;
  Trait inertia;
  std::optional<Number> habit_half_life;
  Number habit_growth;
  Number habit_growth_over{3};
  Lever switching_cost;
  std::optional<Number> retention;  ///< to be reached by one inertia for all; not beside `inertia`
  Trait taste;
  std::vector<Named<Driver>> drivers;
  std::optional<Perception> perception;
  std::vector<Named<Number>> nests;
  std::vector<Named<Switching>> switching;
};

inline void describe(Choice& choice, Visitor& visitor) {
  static constexpr Word models[] = {
      {"logit", "by utility: appeal, price, drivers, taste and habit"},
      {"switching_matrix",
       "by the brand bought last alone; shares are those of the brands bought last today"}};
  visit_word(visitor, choice.model,
             {.name = "model",
              .meaning = "how a brand is chosen",
              .standard_text = "logit",
              .source = "Train (2009) for the logit; Rust, Lemon & Zeithaml (2004) for switching matrices"},
             models);
  static constexpr Word prices[] = {{"log", "utility falls with the logarithm of the price: −γ ln(p / p̄)"},
                                    {"linear", "utility falls with the price: −γ (p − p̄)"}};
  visit_word(visitor, choice.price,
             {.name = "price",
              .meaning = "how a price enters utility",
              .standard_text = "log",
              .only_with = "logit"},
             prices);
  static constexpr Distribution positive[] = {Distribution::lognormal, Distribution::gamma,
                                              Distribution::uniform};
  visitor.trait(
      choice.price_sensitivity,
      {.name = "price_sensitivity",
       .meaning = "γ: utility lost per unit of ln price, or per unit of currency when the price is linear",
       .unit = "utility",
       .range = at_least(0),
       .standard = 0,
       .may_be = by_segment | uncertain,
       .source = "Guadagni & Little (1983); Train (2009)",
       .only_with = "logit"},
      positive);
  static constexpr Distribution follows[] = {Distribution::normal, Distribution::lognormal,
                                             Distribution::gamma, Distribution::uniform};
  visitor.trait(choice.inertia,
                {.name = "inertia",
                 .meaning = "utility of the brand bought last: habit",
                 .unit = "utility",
                 .standard = 0,
                 .may_be = by_segment | uncertain,
                 .source = "Guadagni & Little (1983)",
                 .only_with = "logit"},
                follows);
  visitor.optional(choice.habit_half_life,
                   {.name = "habit_half_life",
                    .meaning = "time without a purchase over which half of the habit fades; absent: it lasts",
                    .unit = "periods",
                    .quantity = Quantity::duration,
                    .range = at_least(1),
                    .may_be = by_segment | uncertain,
                    .only_with = "logit"});
  visitor.number(choice.habit_growth,
                 {.name = "habit_growth",
                  .meaning = "part by which purchases in a row from a brand let the habit grow at most",
                  .unit = "share of inertia",
                  .quantity = Quantity::share,
                  .range = between(0, 10),
                  .standard = 0,
                  .may_be = by_segment | uncertain,
                  .source = "Guadagni & Little (1983) for the form",
                  .only_with = "logit"});
  visitor.number(choice.habit_growth_over,
                 {.name = "habit_growth_over",
                  .meaning = "further purchases in a row after which half of habit_growth has come",
                  .unit = "purchases",
                  .range = {0, 12, true, false},
                  .standard = 3,
                  .may_be = by_segment | uncertain,
                  .only_with = "logit"});
  visitor.lever(
      choice.switching_cost,
      {.name = "switching_cost",
       .meaning = "utility lost by buying another brand than the last: search, paperwork, learning; beside "
                  "inertia, and whichever brand is left",
       .unit = "utility",
       .range = at_least(0),
       .standard = 0,
       .may_be = by_segment | uncertain | decided,
       .source = "Burnham, Frels & Mahajan (2003)",
       .only_with = "logit"});
  visitor.optional(
      choice.retention,
      {.name = "retention",
       .meaning = "share of our customers whose next purchase is from us again, where inertia is not given: "
                  "the inertia, the same for all, is solved so that it comes out",
       .unit = "share of our customers",
       .quantity = Quantity::share,
       .range = {0, 1, true, true},
       .may_be = by_segment | uncertain,
       .only_with = "logit"});
  static constexpr Distribution tastes[] = {Distribution::normal, Distribution::dirichlet};
  visitor.trait(
      choice.taste,
      {.name = "taste",
       .meaning = "a customer's lasting liking of each brand beyond the drivers: normal around 0, or "
                  "dirichlet for customers whose choice probabilities are Dirichlet distributed",
       .unit = "utility",
       .standard = 0,
       .may_be = by_segment | uncertain,
       .source = "Goodhardt, Ehrenberg & Chatfield (1984) for the Dirichlet",
       .only_with = "logit"},
      tastes);
  visit_members(visitor, choice.drivers,
                {.name = "drivers",
                 .meaning = "the reasons to choose a brand, named as you like",
                 .may_be = by_segment,
                 .only_with = "logit"},
                "<driver>");
  visit_part(visitor, choice.perception,
             {.name = "perception",
              .meaning = "how what is thought of brands follows their ratings; at once when absent",
              .may_be = by_segment,
              .only_with = "logit"});
  visit_numbers(
      visitor, choice.nests,
      {.name = "nests",
       .meaning = "levels of competition, named as you like, of which each brand has one; λ of each: "
                  "1, its brands are as unlike each other as any; the lower, the nearer substitutes "
                  "they are. Without nests all brands compete alike",
       .unit = "dissimilarity",
       .range = {0, 1, true, false},
       .may_be = by_segment | uncertain,
       .source = "Train (2009), ch. 4",
       .only_with = "logit"},
      "<level>");
  visit_members(visitor, choice.switching,
                {.name = "switching",
                 .meaning = "for customers of each brand, the shares of the brands of their next purchase "
                            "(switching_matrix only)",
                 .may_be = by_segment,
                 .only_with = "switching_matrix"},
                "<brand>");
}

}  // namespace clientele
