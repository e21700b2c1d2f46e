// SPDX-License-Identifier: MIT
#pragma once

#include "models/departure/satisfaction_shift.hpp"
#include "models/experience/satisfaction.hpp"
#include "models/programme/contact.hpp"
#include "sim/engine/phases/contacted.hpp"
#include "sim/engine/phases/credit.hpp"
#include "sim/engine/phases/expected_need.hpp"
#include "sim/engine/phases/lapse.hpp"

namespace clientele {

/// Whether a quantity of each person is within the bounds of this period.
template <class Lane>
typename Lane::Mask is_within(const Moment& now, const BoundsTable& bounds, typename Lane::Real x,
                              typename Lane::Mask so_far) {
  using Real = typename Lane::Real;
  if (bounds.over) so_far = so_far & (x > Real(bounds.over[now.row]));
  if (bounds.under) so_far = so_far & (x < Real(bounds.under[now.row]));
  return so_far;
}

/// For how many periods each person has been a customer of the brand bought last; for ever if he is since
/// today.
template <class Lane>
typename Lane::Real tenure_with_brand(const Moment& now, int i, typename Lane::Real brand) {
  using Real = typename Lane::Real;
  const Real since = Lane::load(now.people.since + i), for_ever(1e6f);
  if (now.row == 0) return for_ever;
  const auto of_today = (Lane::real(Lane::load(now.people.start + i)) == brand) & ~(since > Real(1.0f));
  return select(of_today, for_ever, Real(now.row + 1) - since);
}

/// Chance of each person to leave the category of his own will within a period, as it is without contacts.
template <class Lane>
typename Lane::Real risk_of(const Moment& now, int i) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real own = Lane::load(now.people.leaving + i), one(1.0f);
  if (m.leaving == KernelMarket::at_any_moment) return one - exp2(own * Real(-log2_e));
  if (m.leaving == KernelMarket::after_purchases) return one - exp2(own);
  const Real chance = m.own_chance ? own : Real(m.departure_rate[now.row]);
  if (m.satisfaction_effect == 0) return chance;
  const Real s = satisfaction(Lane::load(now.people.product + i), Lane::load(now.people.service + i),
                              Real(m.product_weight));
  return shifted_departure(chance, (s - Real(m.satisfaction_reference)) * Real(m.satisfaction_effect));
}

/// Who gets a kind of contact as the period ends: customers of the sender for whom its rule holds.
template <class Lane>
typename Lane::Mask recipients_of(const Moment& now, const ContactTable& kind, int i) {
  using Real = typename Lane::Real;
  const Real brand(kind.brand);
  auto gets = Lane::load(now.people.last + i) == brand;
  if (!any(gets)) return gets;
  if (kind.recency.any())
    gets = is_within<Lane>(now, kind.recency, Lane::load(now.people.recency + i), gets);
  else if (now.market.lost_after > 0)
    gets = gets & ~has_lapsed<Lane>(now, i);
  if (kind.tenure.any())
    gets = is_within<Lane>(now, kind.tenure, tenure_with_brand<Lane>(now, i, brand), gets);
  if (kind.best) gets = gets & (log2_of_need<Lane>(now, i) >= Real(kind.best[now.row]));
  if (kind.risk.any()) gets = is_within<Lane>(now, kind.risk, risk_of<Lane>(now, i), gets);
  return gets;
}

/// What those who get a kind of contact in this period remember of it: a bit for it, and one if it woke them.
template <class Lane>
typename Lane::Word notes_of(const Moment& now, int k, int i, typename Lane::Mask gets) {
  using Word = typename Lane::Word;
  const KernelMarket& m = now.market;
  const Word came = Lane::selected(gets, Word(1u << k));
  if (m.contact[k].awakening == 0) return came;
  auto sleeps = gets;
  if (m.contact_recency > 0 && !m.contract)
    sleeps = sleeps & (Lane::load(now.people.recency + i) > typename Lane::Real(1.0f));
  return came | Lane::selected(sleeps, Word(1u << (k + woken)));
}

/// At the end of a period brands contact their customers, and what earlier contacts left has faded. Before
/// today nothing is paid, and contacts are as frequent as they are today in the mean.
template <class Lane>
void make_contacts(const Moment& now, bool paid) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const KernelMarket& m = now.market;
  const bool noted = m.prompted || m.wakes;
  if (noted)
    for (int i = now.begin; i < now.end; i += Lane::width) Lane::store(Word(0u), now.people.contacted + i);
  for (int k = 0; k < m.contacts; ++k) {
    const ContactTable& kind = m.contact[k];
    const bool some = paid ? kind.count[now.row] > 0 : kind.times[now.row] > 0;
    float* const favour = now.people.favour[k];
    if (!some) {
      for (int i = now.begin; i < now.end && kind.lift; i += Lane::width)
        Lane::store(utility_left(Lane::load(favour + i), Real(kind.kept), Real(0.0f)), favour + i);
      continue;
    }
    const Real lift(kind.lift ? kind.lift[now.row] : 0.0f);
    const std::int64_t cost = paid ? kind.cost[now.row] : 0;
    const Payment<Lane> payment(now, kind.brand, -cost);
    std::int64_t recipients = 0;
    for (int i = now.begin; i < now.end; i += Lane::width) {
      const auto gets = recipients_of<Lane>(now, kind, i);
      if (kind.lift)
        Lane::store(utility_left(Lane::load(favour + i), Real(kind.kept), Lane::selected(gets, lift)),
                    favour + i);
      if (noted)
        Lane::store(Lane::load(now.people.contacted + i) | notes_of<Lane>(now, k, i, gets),
                    now.people.contacted + i);
      recipients += Lane::count(gets);
      if (cost != 0) payment.by(i, gets);
    }
    if (!paid) continue;
    const int at = now.row * m.brands + kind.brand;
    now.counts.contacts[at] += recipients * kind.count[now.row];
    now.counts.contact_cost[at] += recipients * cost;
    now.counts.value[at] -= recipients * cost;
  }
}

}  // namespace clientele
