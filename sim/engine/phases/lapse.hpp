// SPDX-License-Identifier: MIT
#pragma once

#include "models/need/recency.hpp"
#include "sim/engine/phases/core_draws.hpp"

namespace clientele {

/// Who has not bought for longer than `lost_after` periods is nobody's customer, though he may come back.
template <class Lane, class Now>
typename Lane::Mask has_lapsed(const Now& now, int i) {
  return Lane::load(now.people.recency + i) > typename Lane::Real(now.market.lost_after);
}

/// Notes whose customers people are as a period begins: of the brand bought last, unless they have lapsed.
template <class Lane, class Now>
void note_customers_at_start(const Now& now) {
  using Real = typename Lane::Real;
  const Real none(departed);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    Real customer = Lane::load(now.people.last + i);
    if (now.market.lost_after > 0) {
      const auto lapsed = has_lapsed<Lane>(now, i);
      Lane::store(select(lapsed, customer, none), now.scratch.lapsed_from + k);
      customer = select(lapsed, none, customer);
    }
    Lane::store(customer, now.scratch.customer_at_start + k);
  }
}

/// Notes it as a period ends, and counts those who have come back to the brand from which they had lapsed.
template <class Lane>
void note_customers_at_end(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real customer = select(has_lapsed<Lane>(now, i), Real(departed), Lane::load(now.people.last + i));
    Lane::store(customer, s.customer_at_end + k);
    Lane::store(select(customer == Lane::load(s.lapsed_from + k), customer, Real(departed)), s.code + k);
  }
  Lane::count_codes(s.code, now.end - now.begin, m.brands, now.counts.returned + now.row * m.brands);
}

/// Whose customers the people of a slice are at the end of the period, once it is noted; whoever cannot lapse
/// is of the brand bought last.
template <class Lane, class Now>
const float* customers_at_end(const Now& now) {
  return now.market.lost_after > 0 ? now.scratch.customer_at_end : now.people.last + now.begin;
}

/// How long ago today's customers bought last, as their own pace has it.
template <class Lane>
typename Lane::Real recency_today(const Moment& now, int i, typename Lane::Word luck) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  if (!m.poisson && !m.sometimes) return Real(1.0f);
  const Real rate = Lane::load(now.people.rate + i);
  const Real log2_none = m.poisson ? rate * Real(-log2_e) : lanes::log2_of<Lane>(Real(1.0f) - rate);
  const Real periods =
      periods_since_purchase(lanes::log2_of<Lane>(lanes::open_uniform<Lane>(luck)), log2_none,
                             Real(m.lost_after > m.contact_recency ? m.lost_after : m.contact_recency));
  return Real(1.0f) + Lane::real(Lane::whole(periods));
}

/// Those who have lapsed by today are nobody's customers, unless a purchase just made counts; who bought from
/// us last is no new customer when he comes back.
template <class Lane>
void set_lapsed_aside(const Moment& now) {
  for (int i = now.begin; i < now.end; ++i) {
    if (now.market.purchase_just_made && now.market.recencies == 0) now.people.recency[i] = 1;
    const bool lapsed = now.people.recency[i] > now.market.lost_after;
    now.people.lapsed_today[i] = lapsed ? 1.0f : 0.0f;
    if (lapsed && now.people.start[i] == 0) now.people.first[i] = returner;
  }
}

}  // namespace clientele
