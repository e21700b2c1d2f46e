// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "models/parameter.hpp"

namespace clientele {

/// What who comes by a channel may try for nothing, and who stays.
struct Trial {
  Number length{1}, conversion{.2}, satisfaction_effect, satisfaction_reference{3};
};

inline void describe(Trial& trial, Visitor& visitor) {
  visitor.number(trial.length, {.name = "length",
                                .meaning = "how long he pays nothing, from the period in which he comes",
                                .unit = "periods",
                                .quantity = Quantity::duration,
                                .range = at_least(1),
                                .standard = 1,
                                .may_be = uncertain | chosen});
  visitor.number(trial.conversion,
                 {.name = "conversion",
                  .meaning = "chance to become a customer as the trial ends, at the reference satisfaction",
                  .unit = "probability",
                  .quantity = Quantity::share,
                  .range = between(0, 1),
                  .standard = .2,
                  .may_be = uncertain,
                  .source = "an estimate of what is typical"});
  visitor.number(trial.satisfaction_effect,
                 {.name = "satisfaction_effect",
                  .meaning = "rise of its log-odds per rating point of satisfaction",
                  .unit = "log-odds per rating point",
                  .range = between(0, 20),
                  .standard = 0,
                  .may_be = uncertain});
  visitor.number(trial.satisfaction_reference, {.name = "satisfaction_reference",
                                                .meaning = "satisfaction at which the chance is as given",
                                                .unit = "rating points (1 to 5)",
                                                .range = between(1, 5),
                                                .standard = 3,
                                                .may_be = uncertain});
}

/// A way in which a brand wins people: post, search, shops. It reaches prospects, who come into the category,
/// or customers of its rivals, to whom it makes an offer, or both.
struct Channel {
  enum class Reaches { prospects, rivals, both };

  std::string brand;  ///< empty: the focal one
  Reaches reaches = Reaches::prospects;
  Number ceiling, rate;
  Lever spend;
  std::vector<Named<Number>> segments;
  Lever first_purchase_discount;
  std::optional<Trial> trial;
  Number price_sensitivity{1}, inertia;
  Number bonus;
  std::optional<Number> bonus_lasts;

  bool reaches_prospects() const { return reaches != Reaches::rivals; }
  bool reaches_rivals() const { return reaches != Reaches::prospects; }
};

/// Channels of a world that may reach rivals' customers.
inline constexpr std::size_t most_offering_channels = 8;

inline void describe_newcomers(Channel& channel, Visitor& visitor) {
  visitor.number(channel.price_sensitivity,
                 {.name = "price_sensitivity",
                  .meaning = "factor of the price sensitivity of those who come by the channel",
                  .range = at_least(0),
                  .standard = 1,
                  .may_be = uncertain,
                  .source = "an estimate; Verhoef & Donkers (2005) for customers who differ by channel"});
  visitor.number(channel.inertia, {.name = "inertia",
                                   .meaning = "what is added to their habit",
                                   .unit = "utility",
                                   .standard = 0,
                                   .may_be = uncertain,
                                   .source = "an estimate; Verhoef & Donkers (2005)"});
}

inline void describe_offer(Channel& channel, Visitor& visitor) {
  visitor.number(channel.bonus,
                 {.name = "bonus",
                  .meaning = "what the offer adds to the utility of the brand for a rival's customer whom it "
                             "has reached, until he has bought next",
                  .unit = "utility",
                  .range = at_least(0),
                  .standard = 0,
                  .may_be = uncertain});
  visitor.optional(channel.bonus_lasts, {.name = "bonus_lasts",
                                         .meaning = "how long the offer stands, if he does not buy before, "
                                                    "from the period in which it reaches him",
                                         .unit = "periods",
                                         .quantity = Quantity::duration,
                                         .range = at_least(1),
                                         .standard_text = "until he buys",
                                         .may_be = uncertain});
}

inline void describe(Channel& channel, Visitor& visitor) {
  visitor.text(channel.brand, {.name = "brand",
                               .meaning = "the brand that pays for the channel and from which those who "
                                          "come by it buy first",
                               .standard_text = "the focal brand"});
  static constexpr Word reached[] = {{"prospects", "people who do not buy in the category yet"},
                                     {"rivals", "customers of the other brands"},
                                     {"both", "the money is shared out over all of them"}};
  visit_word(visitor, channel.reaches,
             {.name = "reaches", .meaning = "whom the channel reaches", .standard_text = "prospects"},
             reached);
  visitor.number(channel.ceiling,
                 {.name = "ceiling",
                  .meaning = "chance within a period that a prospect comes by the channel, or that its offer "
                             "reaches a rival's customer, however much is spent on him",
                  .unit = "probability per period",
                  .quantity = Quantity::chance,
                  .range = between(0, 1),
                  .may_be = uncertain,
                  .source = "Blattberg & Deighton (1996)",
                  .required = true});
  visitor.number(channel.rate,
                 {.name = "rate",
                  .meaning = "how fast the chance nears its ceiling with the money spent on each person in a "
                             "period; it is half of it at ln 2 / rate",
                  .unit = "per currency spent on a person",
                  .range = above(0),
                  .may_be = uncertain,
                  .source = "Blattberg & Deighton (1996)",
                  .required = true});
  visitor.lever(channel.spend,
                {.name = "spend",
                 .meaning = "what the channel costs, on all whom it reaches together; the brand's customer "
                            "equity pays for it",
                 .unit = "currency per period",
                 .quantity = Quantity::frequency,
                 .range = at_least(0),
                 .standard = 0,
                 .may_be = uncertain | chosen | decided});
  visit_numbers(visitor, channel.segments,
                {.name = "segments",
                 .meaning = "how much of the money is spent on a person of the segment, for 1 on one of a "
                            "segment that is not named: who is better qualified, and who is left out",
                 .range = at_least(0),
                 .may_be = uncertain},
                "<segment>");
  visitor.lever(
      channel.first_purchase_discount,
      {.name = "first_purchase_discount",
       .meaning = "part of the price that is taken off the first purchase of those who come by it, and "
                  "of rivals' customers whom it wins, if they have never bought the brand",
       .unit = "share of the price",
       .quantity = Quantity::share,
       .range = between(0, 1),
       .standard = 0,
       .may_be = uncertain | chosen | decided});
  describe_offer(channel, visitor);
  visit_part(
      visitor, channel.trial,
      {.name = "trial",
       .meaning = "a free trial of the brand for prospects, without another one meanwhile; off when absent"});
  if (visitor.enter(
          {.name = "newcomers", .meaning = "how prospects who come by the channel differ from others"},
          true)) {
    describe_newcomers(channel, visitor);
    visitor.leave();
  }
}

}  // namespace clientele
