// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// When a customer needs to buy in the category.
struct Need {
  enum class Model { regular, poisson_gamma, recency, contract };
  enum class PriceChange { at_renewal, at_once };
  enum class ChoicePer { occasion, period };

  Model model = Model::regular;
  Trait purchases{.first = {1}};
  Trait probability{.first = {1}};
  std::vector<Lever> chances;
  Number recency{1};
  std::optional<Number> term;
  Number billing{1};
  PriceChange price_change = PriceChange::at_renewal;
  Lever reconsider;
  std::vector<Lever> season;
  ChoicePer per = ChoicePer::occasion;
};

inline void describe(Need& need, Visitor& visitor) {
  static constexpr Word models[] = {
      {"regular", "one purchase every period, or with a probability"},
      {"poisson_gamma", "so many purchases a period by chance, around a rate of the customer's own"},
      {"recency", "one purchase, with a chance that hangs on how long ago the last one was"},
      {"contract", "a bill every so often, and a choice when the term is over"}};
  visit_word(
      visitor, need.model,
      {.name = "model",
       .meaning = "when customers need to buy",
       .standard_text = "regular",
       .may_be = by_segment,
       .source = "Ehrenberg (1959) for the Poisson with gamma rates; Pfeifer & Carraway (2000) for recency"},
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
  visit_list(
      visitor, need.chances,
      {.name = "chances",
       .meaning = "chance to buy in a period by how many periods ago the last purchase was: the first is of "
                  "those who bought in the period before. Whoever has only zeros ahead of him leaves the "
                  "category (recency only)",
       .unit = "probability per period",
       .quantity = Quantity::share,
       .range = between(0, 1),
       .may_be = by_segment | uncertain | decided,
       .source = "Pfeifer & Carraway (2000)",
       .only_with = "recency"});
  visitor.number(
      need.recency,
      {.name = "recency",
       .meaning = "how long ago today's customers bought last; 1: they have just bought (recency only)",
       .unit = "periods",
       .quantity = Quantity::duration,
       .range = at_least(1),
       .standard = 1,
       .may_be = by_segment,
       .only_with = "recency"});
  visitor.optional(need.term, {.name = "term",
                               .meaning = "time for which a contract binds; then the customer chooses anew "
                                          "(contract only)",
                               .unit = "periods",
                               .quantity = Quantity::duration,
                               .range = at_least(1),
                               .may_be = by_segment,
                               .only_with = "contract"});
  visitor.number(
      need.billing,
      {.name = "billing",
       .meaning = "time from one bill to the next, of which the term is a multiple; a bill is a purchase "
                  "(contract only)",
       .unit = "periods",
       .quantity = Quantity::duration,
       .range = at_least(1),
       .standard = 1,
       .may_be = by_segment,
       .only_with = "contract"});
  static constexpr Word changes[] = {
      {"at_renewal", "customers pay the price of their signing to the end of the term"},
      {"at_once", "a change of price holds for all bills"}};
  visit_word(visitor, need.price_change,
             {.name = "price_change",
              .meaning = "when a change of price reaches customers under contract (contract only)",
              .standard_text = "at_renewal",
              .may_be = by_segment,
              .only_with = "contract"},
             changes);
  visitor.lever(
      need.reconsider,
      {.name = "reconsider",
       .meaning = "chance that a customer thinks of leaving his contract before its end; he then chooses "
                  "knowing the exit fee and the price that he would give up (contract only)",
       .unit = "probability per period",
       .quantity = Quantity::chance,
       .range = between(0, 1),
       .standard = 0,
       .may_be = by_segment | uncertain | decided,
       .only_with = "contract"});
  visit_list(visitor, need.season,
             {.name = "season",
              .meaning = "how much more or less is bought in each part of the year, such as twelve factors "
                         "in a world of months; their mean is 1 (not with contract)",
              .unit = "times the mean of the year",
              .range = between(0, 100),
              .may_be = by_segment | uncertain | decided});
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
