// SPDX-License-Identifier: MIT
#pragma once

#include "models/departure/satisfaction_shift.hpp"
#include "models/experience/satisfaction.hpp"
#include "models/programme/contact.hpp"
#include "sim/engine/phases/contacted.hpp"
#include "sim/engine/phases/counting.hpp"
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

/// Charges a kind of contact to the value of those whom a mask selects; returns how many they are.
template <class Lane>
int charge_contacts(const Moment& now, const ContactTable& kind, int i, typename Lane::Mask gets) {
  if (kind.cost[now.row] != 0) credit_each<Lane>(now, i, gets, kind.brand, -kind.cost[now.row]);
  return Lane::count(gets);
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
    std::int64_t recipients = 0;
    for (int i = now.begin; i < now.end && (some || kind.lift); i += Lane::width) {
      auto gets = Lane::load(now.people.last + i) == Real(most_brands + 1);  // nobody
      if (some) gets = recipients_of<Lane>(now, kind, i);
      if (kind.lift) {
        const Real added = select(gets, Real(kind.lift[now.row]), Real(0.0f));
        Lane::store(utility_left(Lane::load(now.people.favour[k] + i), Real(kind.kept), added),
                    now.people.favour[k] + i);
      }
      if (!any(gets)) continue;
      if (noted) {
        auto bits = Lane::load(now.people.contacted + i) | Lane::selected(gets, Word(1u << k));
        auto sleeps = gets;
        if (m.contact_recency > 0 && !m.contract)
          sleeps = sleeps & (Lane::load(now.people.recency + i) > Real(1.0f));
        if (kind.awakening != 0) bits = bits | Lane::selected(sleeps, Word(1u << (k + woken)));
        Lane::store(bits, now.people.contacted + i);
      }
      if (paid) recipients += charge_contacts<Lane>(now, kind, i, gets);
    }
    if (recipients == 0) continue;
    const int at = now.row * m.brands + kind.brand;
    now.counts.contacts[at] += recipients * kind.count[now.row];
    now.counts.contact_cost[at] += recipients * kind.cost[now.row];
    now.counts.value[at] -= recipients * kind.cost[now.row];
  }
}

}  // namespace clientele
