// SPDX-License-Identifier: MIT
#pragma once

#include "models/purchase/units.hpp"
#include "sim/engine/phases/core_draws.hpp"
#include "sim/engine/phases/experience.hpp"
#include "sim/engine/phases/traits.hpp"

namespace clientele {

/// Where the price that a buyer pays stands in tables by period and brand: now, or at the signing of his
/// contract.
template <class Lane>
typename Lane::Word price_index(const Moment& now, int i, typename Lane::Real chosen) {
  using Real = typename Lane::Real;
  const Real row = now.market.price_kept ? Lane::load(now.people.signed_in + i) : Real(now.row);
  return Lane::whole(fma(row, Real(now.market.brands), max(chosen, Real(0.0f))));
}

/// What a table by period and brand holds for that price.
template <class Lane>
typename Lane::Real at_his_price(const Moment& now, int i, typename Lane::Real chosen, const float* table) {
  const KernelMarket& m = now.market;
  if (m.price_kept) return Lane::gather(table, price_index<Lane>(now, i, chosen));
  return rating_of<Lane>(chosen, table + now.row * m.brands, m.brands);
}

/// Logarithm of what price and tenure do to the units of an occasion. A customer's first period has no
/// growth.
template <class Lane>
typename Lane::Real units_shift(const Moment& now, int i, typename Lane::Real chosen) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  auto known = chosen == Lane::load(now.scratch.before + (i - now.begin));
  if (m.lost_after > 0) known = known & ~has_lapsed<Lane>(now, i);
  const Real tenure = Real(now.row) - Lane::load(now.people.since + i);
  const Real at_price = m.units_at_price ? at_his_price<Lane>(now, i, chosen, m.units_at_price) : Real(0.0f);
  return log2_units_factor(at_price, select(known, tenure, Real(0.0f)), Real(m.growth));
}

/// How many units each buyer of this occasion takes. With one choice a period they are those of all its
/// purchases.
template <class Lane, class Now>
void buy_units(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  const Real spread(m.variation), mean_kept(m.variation_mean);
  const bool vary = m.units_vary || m.gamma_units, one_choice_a_period = m.one_choice_a_period;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real chosen = Lane::load(now.scratch.chosen + k);
    const auto buys = chosen >= Real(0.0f);
    if (!any(buys)) {
      Lane::store(Real(0.0f), now.scratch.units + k);
      continue;
    }
    Real level = Lane::load(now.people.level + i), units;
    if (m.growth != 0 || m.units_at_price) level = level + units_shift<Lane>(now, i, chosen);
    if (vary) {
      const Real z = lanes::normal_noise<Lane>(Lane::load(now.scratch.word[2] + k));
      units = m.gamma_units ? gamma_gamma_units(level, trait_at<Lane, true>(m.occasion_units, z))
                            : lognormal_units(level + mean_kept, spread, z);
    } else {
      units = exp2(level);
    }
    if (one_choice_a_period) units = units * Lane::load(now.scratch.purchases + k);
    Lane::store(Lane::selected(buys, units), now.scratch.units + k);
  }
}

/// Whether it costs anything to serve a purchase of some brand.
template <class Lane>
bool serving_costs(const float* cost, int brands) {
  bool some = false;
  for (int j = 0; j < brands; ++j) some = some || cost[j] != 0;
  return some;
}

/// What each purchase earns its brand, discounted and rounded once to fixed point; its units likewise; and
/// how many purchases it stands for.
template <class Lane, class Now>
void earn(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  Scratch& s = now.scratch;
  const int brands = m.brands;
  const float* margin = m.unit_margin + now.row * brands;
  const float* cost = m.cost_to_serve + now.row * brands;
  const bool serves = serving_costs<Lane>(cost, brands), one_choice_a_period = m.one_choice_a_period;
  const Real limit(0x1p30f), none(0.0f), scale(m.units_scale), choice(one_choice), most(most_purchases);
  int overflows = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real chosen = Lane::load(s.chosen + k), units = Lane::load(s.units + k);
    auto buys = chosen >= none;
    const Real occasions = one_choice_a_period ? Lane::load(s.purchases + k) : Real(1.0f);
    const auto brand = Lane::place(chosen, brands);
    Real unit_margin = Lane::entry(margin, brands, brand), served = none;
    if (serves) served = Lane::entry(cost, brands, brand) * occasions;
    if (m.price_kept) {  // the margin is that of today's price
      const Real paid = Lane::gather(m.bill, price_index<Lane>(now, i, chosen));
      const Real today = rating_of<Lane>(chosen, m.bill + now.row * brands, brands);
      unit_margin = fma(paid - today, Real(m.money_now[now.row]), unit_margin);
    }
    const Real money = contribution(units, unit_margin, served), amount = units * scale;
    auto too_large = max(amount, max(money, none - money)) >= limit;
    if (one_choice_a_period) too_large = too_large | (occasions > most);
    if (any(buys & too_large)) {
      overflows += Lane::count(buys & too_large);
      buys = buys & ~too_large;
    }
    Lane::store_rounded(Lane::selected(buys, money), s.money + k);
    Lane::store_rounded(Lane::selected(buys, amount), s.amount + k);
    Lane::store_rounded(Lane::selected(buys, occasions + choice), s.tally + k);
  }
  now.counts.overflows += overflows;
}

}  // namespace clientele
