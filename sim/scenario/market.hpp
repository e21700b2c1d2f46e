// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/parameter.hpp"
#include "sim/base/period.hpp"

namespace clientele {

/// What happens to be the case when the simulation starts.
struct Start {
  enum class Purchase { to_come, just_made };

  Purchase purchase = Purchase::to_come;
  std::optional<Number> warm_up;  ///< periods lived through before today, to let memories settle
};

/// The frame of a world: who, where, how long.
struct Market {
  std::string name;
  std::string currency = "EUR";
  Period period = Period::month;
  Number horizon;
  Number starts_in{1};
  Number people;
  std::string focal;
  std::optional<Start> start;
  std::optional<Number> lost_after;        ///< periods without a purchase after which a customer is lost
  std::optional<Number> fiscal_year_left;  ///< periods of the current fiscal year still to come
};

inline void describe(Start& start, Visitor& visitor) {
  static constexpr Word purchases[] = {
      {"to_come", "the first purchases are those of the first period"},
      {"just_made",
       "everybody has just bought from the brand he bought last; this purchase counts, at date 0"}};
  visit_word(visitor, start.purchase,
             {.name = "purchase",
              .meaning = "whether today's purchase is still to come",
              .standard_text = "to_come"},
             purchases);
  visitor.optional(
      start.warm_up,
      {.name = "warm_up",
       .meaning = "time lived through before today, to let memories settle; not counted",
       .unit = "periods",
       .quantity = Quantity::duration,
       .range = between(0, 1200),
       .standard_text =
           "24 periods with experience, 24 to 240 with contacts, programmes or add-ons today, else none"});
}

inline void describe(Market& market, Visitor& visitor) {
  visitor.text(market.name, {.name = "market", .meaning = "what the market is called", .required = true});
  visitor.text(market.currency,
               {.name = "currency", .meaning = "the currency of all amounts", .standard_text = "EUR"});
  static constexpr Word periods[] = {{"day", ""},     {"week", ""},      {"month", ""},
                                     {"quarter", ""}, {"half-year", ""}, {"year", ""}};
  visit_word(visitor, market.period,
             {.name = "period",
              .meaning = "the step of time; a year has 12 months, 52 weeks, 365 days",
              .standard_text = "month"},
             periods);
  visitor.number(market.horizon, {.name = "horizon",
                                  .meaning = "how far the simulation looks ahead",
                                  .unit = "periods",
                                  .quantity = Quantity::duration,
                                  .range = between(1, 32767),
                                  .required = true});
  visitor.number(market.starts_in, {.name = "starts_in",
                                    .meaning = "which period of the year the first one is, for seasons",
                                    .unit = "period of the year",
                                    .quantity = Quantity::moment,
                                    .range = between(1, 365),
                                    .standard = 1});
  visitor.number(market.people, {.name = "people",
                                 .meaning = "people who buy in the category today or come later",
                                 .unit = "people",
                                 .range = {1, 1e10},
                                 .standard_text = "the rows of history, where that is a file",
                                 .may_be = uncertain});
  visitor.text(market.focal, {.name = "focal", .meaning = "the brand that is us", .required = true});
  if (visitor.enter({.name = "start", .meaning = "how the simulation starts"}, market.start.has_value())) {
    if (!market.start) market.start.emplace();
    describe(*market.start, visitor);
    visitor.leave();
  }
  visitor.optional(
      market.lost_after,
      {.name = "lost_after",
       .meaning = "time without a purchase after which a customer is lost to his brand, though he may "
                  "come back",
       .unit = "periods",
       .quantity = Quantity::duration,
       .range = at_least(1),
       .standard_text = "never"});
  visitor.optional(market.fiscal_year_left,
                   {.name = "fiscal_year_left",
                    .meaning = "time until the current fiscal year ends; cash flows are shown by fiscal year",
                    .unit = "periods",
                    .quantity = Quantity::duration,
                    .range = at_least(1),
                    .standard_text = "a whole year"});
}

}  // namespace clientele
