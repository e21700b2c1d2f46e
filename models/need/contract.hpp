// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// Whether a contract is billed in a period: every `billing` periods from its signing on.
/// left: periods of its term that are left, this one included, 0 where a new term begins; billing: periods
/// from one bill to the next, at least 1, of which the term is a multiple; bills: the whole part of left /
/// billing. All are whole numbers.
template <class F>
auto is_billed(F left, F billing, F bills) {
  return left == bills * billing;
}

/// What ties a customer to his contract before its end, as a bonus in utility for the brand that he has:
///   γ (g(p_now) − g(p_signed) + x_F)
/// Whoever stays goes on paying the price of his signing; whoever leaves pays the fee F, spread over the m
/// bills that are left: x_F = ln(1 + F / (m p̄)), or F / m where price is linear. sensitivity: γ ≥ 0;
/// price_now, price_signed: g(p), price_in_utility; fee: x_F ≥ 0. At equal prices and without a fee it is 0.
/// (Our own formulation: leaving and paying F is as good as paying so much more at each bill.)
template <class F>
F contract_tie(F sensitivity, F price_now, F price_signed, F fee) {
  return sensitivity * (price_now - price_signed + fee);
}

}  // namespace clientele
