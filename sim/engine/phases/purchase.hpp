// SPDX-License-Identifier: MIT
#pragma once

#include "models/purchase/units.hpp"
#include "sim/engine/phases/core_draws.hpp"
#include "sim/engine/phases/traits.hpp"

namespace clientele {

/// How many units each buyer of this occasion takes. With one choice a period they are those of all its
/// purchases.
template <class Lane>
void buy_units(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real spread(m.variation), mean_kept(m.variation_mean);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const auto buys = Lane::load(now.scratch.chosen + k) >= Real(0.0f);
    if (!any(buys)) {
      Lane::store(Real(0.0f), now.scratch.units + k);
      continue;
    }
    Real level = Lane::load(now.people.level + i), units;
    if (m.units_vary || m.gamma_units) {
      const Real z =
          lanes::normal_quantile<Lane>(lanes::open_uniform<Lane>(Lane::load(now.scratch.word[2] + k)));
      units = m.gamma_units ? gamma_gamma_units(level, trait_at<Lane, true>(m.occasion_units, z))
                            : lognormal_units(level + mean_kept, spread, z);
    } else {
      units = exp2(level);
    }
    if (m.one_choice_a_period) units = units * Lane::load(now.scratch.purchases + k);
    Lane::store(select(buys, units, Real(0.0f)), now.scratch.units + k);
  }
}

/// What each purchase earns its brand, discounted and rounded once to fixed point; and its units likewise.
template <class Lane>
void earn(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const float* margin = m.unit_margin + now.row * m.brands;
  const float* cost = m.cost_to_serve + now.row * m.brands;
  const Real limit(0x1p30f);
  int overflows = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real chosen = Lane::load(now.scratch.chosen + k), units = Lane::load(now.scratch.units + k);
    const auto buys = chosen >= Real(0.0f);
    if (!any(buys)) {
      Lane::store_rounded(Real(0.0f), now.scratch.money + k);
      Lane::store_rounded(Real(0.0f), now.scratch.amount + k);
      Lane::store_rounded(Real(0.0f), now.scratch.extra + k);
      continue;
    }
    const Real occasions = m.one_choice_a_period ? Lane::load(now.scratch.purchases + k) : Real(1.0f);
    Real unit_margin = Real(0.0f), served = Real(0.0f);
    for (int j = 0; j < m.brands; ++j) {
      const auto his = chosen == Real(j);
      unit_margin = select(his, Real(margin[j]), unit_margin);
      served = select(his, Real(cost[j]), served);
    }
    const Real money = contribution(units, unit_margin, served * occasions),
               amount = units * Real(m.units_scale);
    const auto fits = (money < limit) & (money > Real(0.0f) - limit) & (amount < limit);
    if (any(buys & ~fits)) overflows += Lane::count(buys & ~fits);
    Lane::store_rounded(select(buys & fits, money, Real(0.0f)), now.scratch.money + k);
    Lane::store_rounded(select(buys & fits, amount, Real(0.0f)), now.scratch.amount + k);
    Lane::store_rounded(select(buys, occasions - Real(1.0f), Real(0.0f)), now.scratch.extra + k);
  }
  now.counts.overflows += overflows;
}

}  // namespace clientele
