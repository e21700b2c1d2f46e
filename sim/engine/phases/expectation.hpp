// SPDX-License-Identifier: MIT
#pragma once

#include "models/purchase/units.hpp"
#include "models/value/expectation.hpp"
#include "sim/engine/phases/channels.hpp"
#include "sim/engine/phases/purchase.hpp"

namespace clientele {

/// Whether what purchases bring in this period is told as expected. Discounts that channels give to some hang
/// on more than is looked at here.
template <class Now>
bool expects(const Now& now) {
  const auto& m = now.market;
  if (!m.expects || now.row == 0) return false;
  return !m.off || !channels_discount(now);
}

/// Whether nobody of a few lanes has an occasion left. The first occasion of a period is one of all people,
/// as that they do not buy is luck as well.
template <class Lane, class Now>
bool is_over(const Now& now, int k) {
  const typename Lane::Real so_far(static_cast<float>(now.occasion));
  return now.occasion > 0 && !any(Lane::load(now.scratch.purchases + k) > so_far);
}

/// Of whom it is not known before what he buys: all but those who come in with a brand or by word of mouth.
template <class Lane, class Now>
typename Lane::Mask is_open(const Now& now, int k) {
  using Real = typename Lane::Real;
  const auto before = Lane::load(brands_before(now) + k);
  if (!now.market.joins && !now.market.return_rate) return before >= Real(0.0f);
  return (before >= Real(0.0f)) & (before < Real(newcomer));
}

/// What a purchase is expected to bring us of a person who takes ours for sure, at the price of a period.
template <class Lane, class Now>
typename Lane::Real expected_of_ours(const Now& now, int i, typename Lane::Real priced_in) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  const int row = now.row * m.brands;
  const auto price = Lane::whole(priced_in * Real(static_cast<float>(m.brands)));
  Real level = Lane::load(now.people.level + i) + Real(m.mean_units);
  if (m.growth != 0 || m.units_at_price) {
    auto known = Lane::load(brands_before(now) + (i - now.begin)) == Real(0.0f);
    if (m.lost_after > 0) known = known & ~has_lapsed<Lane>(now, i);
    const Real tenure = Real(static_cast<float>(now.row)) - Lane::load(now.people.since + i);
    const Real at_price = m.units_at_price ? Lane::gather(m.units_at_price, price) : Real(0.0f);
    level = level + log2_units_factor(at_price, select(known, tenure, Real(0.0f)), Real(m.growth));
  }
  Real margin(m.unit_margin[row]);
  if (m.price_kept)
    margin = fma(Lane::gather(m.bill, price) - Real(m.bill[row]), Real(m.money_now[now.row]), margin);
  if (m.off) margin = margin - Lane::gather(m.off, price) * Real(m.money_now[now.row]);
  return expected_contribution(Real(1.0f), exp2(level), margin, Real(m.cost_to_serve[row]));
}

/// Before anybody signs or buys: what a purchase of each is expected to bring us at this occasion. Who is
/// bound by a contract keeps his brand and its price; who leaves before its end signs at today's. How many
/// purchases are to be expected is known but of those who come in, who are bound and who leave after one.
template <class Lane, class Now>
void foresee_purchases(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  Scratch& s = now.scratch;
  const Real none(0.0f), one(1.0f), this_period(static_cast<float>(now.row));
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    if (is_over<Lane>(now, k)) continue;
    const Real share = Lane::load(s.ours + k);
    Real expected = share * expected_of_ours<Lane>(now, i, this_period);
    if (m.contract) {
      const auto due = Lane::load(s.due + k) > none, free = Lane::load(s.free + k) > none,
                 ours = Lane::load(brands_before(now) + k) == none;
      const Real billed = Lane::load(s.billed + k);
      const Real signed_in = select(ours, Lane::load(now.people.signed_in + i), this_period);
      const Real kept = expected_of_ours<Lane>(now, i, m.price_kept ? signed_in : this_period);
      const Real stays = select(ours, select(free, share, one) * billed * kept, none);
      expected = select(due | (free & ~ours), expected, stays);
    }
    Lane::store(select(is_open<Lane>(now, k), expected, none), s.expected + k);
    if (now.occasion > 0) continue;
    const Real need = Lane::load(s.purchases + k);
    if (m.contract || m.leaving == KernelMarket::after_purchases)
      Lane::store(need, s.need + k);
    else if (m.joins || m.return_rate)
      Lane::store(select(Lane::load(s.joined + k) > none, need, Lane::load(s.need + k)), s.need + k);
  }
}

/// After purchases have earned what they earn: by how much that is more than was expected, of all people and
/// of those who are customers of ours today.
template <class Lane, class Now>
void note_luck(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  Scratch& s = now.scratch;
  const Real none(0.0f), limit(0x1p30f);
  int overflows = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    if (is_over<Lane>(now, k)) {
      Lane::store(Real(-1.0f), s.code + k);
      continue;
    }
    const Real need = Lane::load(s.purchases + k);
    const auto open = is_open<Lane>(now, k);
    const Real made = m.one_choice_a_period
                          ? need
                          : select(need > Real(static_cast<float>(now.occasion)), Real(1.0f), none);
    const Real expected_need = now.occasion == 0 ? Lane::load(s.need + k) : need;
    const Real expected =
        select(open, expected_purchases(made, need, expected_need) * Lane::load(s.expected + k), none);
    const auto fits = max(expected, none - expected) < limit;
    if (any(~fits)) overflows += Lane::count(~fits);
    Lane::store_rounded(select(fits, none - expected, none), s.luck + k);
    const auto ours = open & (Lane::load(s.chosen + k) == none);
    Lane::store(Lane::load(s.luck + k) + Lane::selected(ours, Lane::load(s.money + k)), s.luck + k);
    auto existing = Lane::real(Lane::load(now.people.start + i)) == none;
    if (m.lost_after > 0) existing = existing & (Lane::load(now.people.lapsed_today + i) == none);
    Lane::store(select(open, select(existing, none, Real(1.0f)), Real(-1.0f)), s.code + k);
  }
  now.counts.overflows += overflows;
  Lane::add_by_code(s.code, now.end - now.begin, 2, {Summand{s.luck, now.counts.luck + 2 * now.row}});
}

}  // namespace clientele
