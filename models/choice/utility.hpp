// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// How a price enters utility, before the customer's sensitivity: ln(p / p̄), or p − p̄ when linear.
/// p: price, p̄: a constant reference price [currency per unit]; both positive when logarithmic.
/// Multiplying all prices of a logarithmic market by one factor changes no choice. Source: Train (2009),
/// ch. 3.
inline double price_in_utility(double price, double reference, bool linear) {
  return linear ? price - reference : std::log(price / reference);
}

/// Utility of a brand at today's price, without what only the brand bought last has:
///   V = own − γ x
/// own: appeal, lasting taste and drivers; γ: price sensitivity; x: price_in_utility.
template <class F>
F utility_at_price(F own, F sensitivity, F price_term) {
  return fma(F(0) - sensitivity, price_term, own);
}

}  // namespace clientele
