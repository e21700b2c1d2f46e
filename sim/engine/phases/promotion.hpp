// SPDX-License-Identifier: MIT
#pragma once

#include "models/purchase/discount.hpp"
#include "sim/engine/lanes/summand.hpp"
#include "sim/engine/phases/channels.hpp"
#include "sim/engine/phases/purchase.hpp"

namespace clientele {

/// What is left of the amount of so many purchases of equal size after the discounts for their size.
template <class Lane>
typename Lane::Real kept_of_basket(const Moment& now, typename Lane::Real chosen, typename Lane::Real amount,
                                   typename Lane::Real purchases) {
  using Real = typename Lane::Real;
  Real kept = Real(1.0f);
  for (int b = 0; b < now.market.baskets; ++b) {
    const BasketTable& basket = now.market.basket[b];
    const auto gets =
        (chosen == Real(basket.brand)) & reaches_basket(amount, Real(basket.amount) * purchases);
    kept = select(gets, kept_after(kept, Real(basket.discount[now.row])), kept);
  }
  return kept;
}

/// Takes the discounts off what each purchase earns. They are rounded apart from it, so that earnings and
/// discounts add up to what the purchase would have earned.
template <class Lane>
void grant_discounts(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const Real limit(0x1p30f), none(0.0f);
  const bool by_channel = channels_discount(now);
  int overflows = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real chosen = Lane::load(s.chosen + k), units = Lane::load(s.units + k);
    const auto buys = chosen >= none;
    if (!any(buys)) {
      Lane::store_rounded(none, s.rebate + k);
      continue;
    }
    const Real off = at_his_price<Lane>(now, i, chosen, m.off),
               amount = units * (at_his_price<Lane>(now, i, chosen, m.bill) - off);
    const Real purchases = m.one_choice_a_period ? max(Lane::load(s.purchases + k), Real(1.0f)) : Real(1.0f);
    Real kept = kept_of_basket<Lane>(now, chosen, amount, purchases);
    if (by_channel) kept = kept * kept_by_channel<Lane>(now, i, chosen, purchases);
    const Real rebate = discounts_of(units, off, amount, kept) * Real(m.money_now[now.row]);
    const auto fits = rebate < limit;
    if (any(buys & ~fits)) overflows += Lane::count(buys & ~fits);
    const auto granted = Lane::rounded(Lane::selected(buys & fits, rebate));
    Lane::store(granted, s.rebate + k);
    Lane::store(Lane::load(s.money + k) - granted, s.money + k);
  }
  now.counts.overflows += overflows;
  Lane::add_by_code(s.chosen, now.end - now.begin, m.brands,
                    {Summand{s.rebate, now.counts.discounts + now.row * m.brands}});
}

}  // namespace clientele
