// SPDX-License-Identifier: MIT
#pragma once

#include "models/parameter.hpp"

namespace clientele {

/// How customers leave the category for good.
struct Departure {
  enum class Model { geometric };
  enum class When { start, end };

  Model model = Model::geometric;
  When when = When::end;
  Lever rate;
};

inline void describe(Departure& departure, Visitor& visitor) {
  static constexpr Word models[] = {{"geometric", "the same chance in every period"}};
  visit_word(visitor, departure.model,
             {.name = "model",
              .meaning = "how customers leave the category",
              .standard_text = "geometric",
              .may_be = by_segment},
             models);
  static constexpr Word when[] = {{"start", "before the purchases of the period"},
                                  {"end", "after the purchases of the period"}};
  visit_word(visitor, departure.when,
             {.name = "when",
              .meaning = "when in a period a customer leaves",
              .standard_text = "end",
              .may_be = by_segment},
             when);
  visitor.lever(departure.rate, {.name = "rate",
                                 .meaning = "chance to leave the category",
                                 .unit = "probability per period",
                                 .quantity = Quantity::chance,
                                 .range = between(0, 1),
                                 .standard = 0,
                                 .may_be = by_segment | uncertain | decided});
}

}  // namespace clientele
