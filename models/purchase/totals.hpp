// SPDX-License-Identifier: MIT
#pragma once

namespace clientele {

/// Of one brand in a span of periods: purchases, and what they bring and cost.
struct PurchaseTotals {
  double purchases = 0;
  double repeats = 0;           ///< purchases by people whose purchase before was from the brand too
  double buyers = 0;            ///< people who bought from the brand for the first time since the start
  double people = 0;            ///< people in the market at the start
  double market_purchases = 0;  ///< purchases of all brands
  double units = 0;             ///< units of these purchases
  double discounts = 0;         ///< [currency]
  double revenue = 0;           ///< [currency]
  double cost_to_serve = 0;     ///< [currency]

  /// The same span for more people.
  PurchaseTotals& operator+=(const PurchaseTotals& others) {
    purchases += others.purchases;
    repeats += others.repeats;
    buyers += others.buyers;
    people += others.people;
    market_purchases += others.market_purchases;
    units += others.units;
    discounts += others.discounts;
    revenue += others.revenue;
    cost_to_serve += others.cost_to_serve;
    return *this;
  }

  /// The same people over a longer span.
  PurchaseTotals followed_by(const PurchaseTotals& next) const {
    PurchaseTotals both = *this;
    both += next;
    both.people = people;
    return both;
  }
};

}  // namespace clientele
