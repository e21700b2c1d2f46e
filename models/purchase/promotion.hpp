// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "models/parameter.hpp"

namespace clientele {

/// A discount of one brand, for a while, for some customers or for large purchases.
struct Promotion {
  enum class Seen { before_choice, at_purchase };

  std::string brand;
  Lever discount;
  Number basket;
  Seen seen = Seen::before_choice;
  std::string segment;  ///< whose customers get it; empty: all
};

inline void describe(Promotion& promotion, Visitor& visitor) {
  visitor.text(promotion.brand,
               {.name = "brand", .meaning = "the brand that gives the discount", .required = true});
  visitor.lever(promotion.discount,
                {.name = "discount",
                 .meaning = "part of the price that is taken off; 0 until a scenario changes it",
                 .unit = "share of the price",
                 .quantity = Quantity::share,
                 .range = {0, 1, false, true},
                 .standard = 0,
                 .may_be = uncertain | chosen | decided});
  visitor.number(promotion.basket,
                 {.name = "basket",
                  .meaning = "what a purchase must come to, at the price without it, to get the discount",
                  .unit = "currency per purchase",
                  .quantity = Quantity::money,
                  .range = at_least(0),
                  .standard = 0,
                  .may_be = uncertain | chosen});
  static constexpr Word moments[] = {
      {"before_choice", "customers know the lower price when they choose the brand"},
      {"at_purchase", "they learn of it when they pay; always so with a basket"}};
  visit_word(visitor, promotion.seen,
             {.name = "seen",
              .meaning = "when customers see the discount",
              .standard_text = "before_choice, without a basket"},
             moments);
  if (visitor.enter({.name = "to", .meaning = "who gets it; everybody when absent"},
                    !promotion.segment.empty())) {
    visitor.text(promotion.segment, {.name = "segment", .meaning = "the segment whose customers get it"});
    visitor.leave();
  }
}

/// Whether a customer of a segment who buys a brand gets the discount, at a purchase that is large enough.
inline bool reaches(const Promotion& promotion, const std::string& brand, const std::string& segment) {
  return promotion.brand == brand && (promotion.segment.empty() || promotion.segment == segment);
}
/// Whether the discount is of every purchase, and whether the choice of the brand knows of it.
inline bool is_of_all(const Promotion& promotion) { return promotion.basket.value == 0; }
inline bool is_seen(const Promotion& promotion) {
  return is_of_all(promotion) && promotion.seen == Promotion::Seen::before_choice;
}

}  // namespace clientele
