// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// How money at different dates is made comparable.
struct Value {
  enum class CashFlow { start, mid, end };

  Number discount_rate;
  CashFlow cash_flow = CashFlow::mid;
  std::optional<Number> window;
};

/// Part of a period that has passed when its money flows: 0, ½ or 1.
inline double timing(Value::CashFlow flow) {
  return flow == Value::CashFlow::start ? 0.0 : flow == Value::CashFlow::mid ? 0.5 : 1.0;
}

inline void describe(Value& value, Visitor& visitor) {
  visitor.number(value.discount_rate, {.name = "discount_rate",
                                       .meaning = "rate at which money later is worth less than money today",
                                       .unit = "compound rate per period",
                                       .quantity = Quantity::growth,
                                       .range = {-0.5, 10, true, false},
                                       .may_be = uncertain,
                                       .required = true});
  static constexpr Word flows[] = {{"start", "at the start of each period"},
                                   {"mid", "in the middle of each period"},
                                   {"end", "at the end of each period"}};
  visit_word(visitor, value.cash_flow,
             {.name = "cash_flow",
              .meaning = "when in a period money flows",
              .standard_text = "mid",
              .source = "Fader & Hardie (2012), note 024: the three conventions"},
             flows);
  visitor.optional(
      value.window,
      {.name = "window",
       .meaning = "time over which the value of a new customer is counted, from the first purchase on",
       .unit = "periods",
       .quantity = Quantity::duration,
       .range = at_least(1),
       .standard_text = "half the horizon"});
}

}  // namespace clientele
