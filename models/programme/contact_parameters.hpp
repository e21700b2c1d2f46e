// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/parameter.hpp"

namespace clientele {

/// A condition on a quantity of a customer: over one bound, under another, or both.
struct Bounds {
  std::optional<Lever> over, under;
  bool any() const { return over.has_value() || under.has_value(); }
};

/// Which customers of the sender get a contact: those for whom all that is given holds.
struct Recipients {
  std::string segment;  ///< empty: all
  Bounds recency, tenure, risk;
  std::optional<Lever> best;  ///< share of all people, by what they are expected to buy

  bool any() const {
    return !segment.empty() || recency.any() || tenure.any() || risk.any() || best.has_value();
  }
};

/// A kind of contact, named by the user: newsletter, gift, event, personal offer, contest, survey.
struct ContactKind {
  std::string brand;  ///< who sends it; empty: the focal one
  Lever cost;
  Lever frequency;
  Number utility;
  Number half_life{1};
  Number optimum{1};
  Number irritation;
  Number awakening;
  Number prompts;
  Recipients to;
};

inline void visit_bounds(Visitor& visitor, Bounds& bounds, const Parameter& group, Parameter is,
                         std::string_view over, std::string_view under) {
  if (!visitor.enter(group, bounds.any())) return;
  is.may_be = uncertain | chosen | decided;
  is.name = "over";
  is.meaning = over;
  visitor.optional_lever(bounds.over, is);
  is.name = "under";
  is.meaning = under;
  visitor.optional_lever(bounds.under, is);
  visitor.leave();
}

inline void describe(Recipients& to, Visitor& visitor) {
  visitor.text(to.segment, {.name = "segment", .meaning = "the segment whose customers get it"});
  const Parameter duration{.unit = "periods", .quantity = Quantity::duration, .range = at_least(0)};
  visit_bounds(visitor, to.recency,
               {.name = "recency",
                .meaning = "how long ago they bought last, as the contact is made: 'over 2 months', 'under 6 "
                           "months'; with it those who have lapsed get it, too",
                .word_first = true},
               duration, "the last purchase is longer ago", "the last purchase is less long ago");
  visit_bounds(visitor, to.tenure,
               {.name = "tenure",
                .meaning = "how long they have been customers of the sender; who is one today counts as one "
                           "since ever",
                .word_first = true},
               duration, "longer as customers", "less long as customers");
  if (visitor.enter({.name = "value",
                     .meaning = "by what they are expected to buy in the category, purchases times units: "
                                "'top 20%'",
                     .word_first = true},
                    to.best.has_value())) {
    visitor.optional_lever(to.best, {.name = "top",
                                     .meaning = "the share of all people who are expected to buy the most",
                                     .unit = "share of people",
                                     .quantity = Quantity::share,
                                     .range = {0, 1, true, false},
                                     .may_be = uncertain | chosen | decided});
    visitor.leave();
  }
  visit_bounds(visitor, to.risk,
               {.name = "risk",
                .meaning = "their chance to leave the category of their own will within a period",
                .word_first = true},
               {.unit = "probability per period", .quantity = Quantity::chance, .range = between(0, 1)},
               "a higher chance to leave", "a lower chance to leave");
}

inline void describe(ContactKind& kind, Visitor& visitor) {
  visitor.text(kind.brand, {.name = "brand",
                            .meaning = "the brand whose customers are contacted, and which pays for it",
                            .standard_text = "the focal brand"});
  visitor.lever(kind.cost, {.name = "cost",
                            .meaning = "what one contact with one customer costs the brand",
                            .unit = "currency per contact",
                            .quantity = Quantity::money,
                            .range = at_least(0),
                            .standard = 0,
                            .may_be = uncertain | decided});
  visitor.lever(kind.frequency,
                {.name = "frequency",
                 .meaning = "how often each recipient is contacted, at the end of a period; of one in four "
                            "periods (0.25) it is at the end of every fourth",
                 .unit = "contacts per period",
                 .quantity = Quantity::frequency,
                 .range = between(0, 100),
                 .may_be = uncertain | chosen | decided,
                 .required = true});
  visitor.number(kind.utility,
                 {.name = "utility",
                  .meaning = "what one contact adds to the utility of the brand from the next period on",
                  .unit = "utility per contact",
                  .standard = 0,
                  .may_be = uncertain});
  visitor.number(kind.half_life, {.name = "half_life",
                                  .meaning = "time in which half of that utility has faded",
                                  .unit = "periods",
                                  .quantity = Quantity::duration,
                                  .range = above(0),
                                  .standard = 1,
                                  .may_be = uncertain,
                                  .fractional = true});
  visitor.number(kind.optimum, {.name = "optimum",
                                .meaning = "so many contacts in a period annoy nobody",
                                .unit = "contacts per period",
                                .quantity = Quantity::frequency,
                                .range = at_least(0),
                                .standard = 1,
                                .may_be = uncertain});
  visitor.number(kind.irritation,
                 {.name = "irritation",
                  .meaning = "utility that contacts beyond the optimum cost, by the square of their number",
                  .unit = "utility per squared contact",
                  .range = at_least(0),
                  .standard = 0,
                  .may_be = uncertain});
  visitor.number(kind.awakening,
                 {.name = "awakening",
                  .meaning = "what a contact does to customers who sleep, because they bought nothing in its "
                             "period or are bound by a contract: the log-odds of leaving the category, or of "
                             "thinking of another contract, in the next period fall by it; below 0 it wakes "
                             "them to leave",
                  .unit = "log-odds",
                  .standard = 0,
                  .may_be = uncertain,
                  .source = "Ascarza, Iyengar & Schleicher (2016) for contacts that raise departure"});
  visitor.number(
      kind.prompts,
      {.name = "prompts",
       .meaning = "part of the purchases of the brand's customers that they make only if the contact "
                  "came in the period before, such as orders from a catalogue",
       .unit = "share of purchases",
       .quantity = Quantity::share,
       .range = between(0, 1),
       .standard = 0,
       .may_be = uncertain,
       .source = "Pfeifer & Carraway (2000) for 1"});
  if (!visitor.enter({.name = "to", .meaning = "which of the brand's customers get it; all when absent"},
                     kind.to.any()))
    return;
  describe(kind.to, visitor);
  visitor.leave();
}

inline constexpr int most_contact_kinds = 16;

}  // namespace clientele
