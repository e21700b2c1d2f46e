// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// What is left of a price, as a share, after one more discount: k (1 − d). Discounts follow each other: of
/// what 10 % have left, 20 % more leave 72 %.
template <class F>
F kept_after(F kept, F discount) {
  return kept * (F(1) - discount);
}

/// Whether a purchase is large enough for a discount: u p ≥ B. amount: u p [currency], at the price that is
/// paid without it.
template <class F>
auto reaches_basket(F amount, F basket) {
  return amount >= basket;
}

/// What the discounts of a purchase come to [currency]: u (p − p′) + u p′ (1 − k).
/// units: u; off: p − p′, taken off every unit; amount: u p′, what the purchase comes to; kept: k, what is
/// left of it for its size.
template <class F>
F discounts_of(F units, F off, F amount, F kept) {
  return fma(amount, F(1) - kept, units * off);
}

}  // namespace clientele
