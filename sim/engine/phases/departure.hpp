// SPDX-License-Identifier: MIT
#pragma once

#include "models/departure/geometric.hpp"
#include "models/departure/lifetime.hpp"
#include "models/departure/satisfaction_shift.hpp"
#include "models/experience/satisfaction.hpp"
#include "sim/engine/phases/contacted.hpp"
#include "sim/engine/phases/core_draws.hpp"
#include "sim/engine/phases/credit.hpp"
#include "sim/engine/phases/reasons.hpp"

namespace clientele {

/// Takes those whom a mask selects out of the category, for a reason. Returns how many.
template <class Lane, class Now>
int take_out(const Now& now, int i, typename Lane::Mask leaves, typename Lane::Real reason) {
  using Real = typename Lane::Real;
  float* why = now.scratch.reason + (i - now.begin);
  Lane::store(select(leaves, Real(departed), Lane::load(now.people.last + i)), now.people.last + i);
  if (now.market.in_detail) Lane::store(select(leaves, reason, Lane::load(why)), why);
  return Lane::count(leaves);
}

/// The reason of those who leave only because they are dissatisfied: the memory that weighs more.
template <class Lane>
typename Lane::Real reason_of_dissatisfaction(const Moment& now, int i) {
  using Real = typename Lane::Real;
  const auto product =
      product_weighs_more(Lane::load(now.people.product + i), Lane::load(now.people.service + i),
                          Real(now.market.product_weight), Real(now.market.satisfaction_reference));
  return select(product, number_of<Lane>(Reason::product), number_of<Lane>(Reason::service));
}

/// Who leaves by a chance within the period; returns how many. Who leaves a contract before its end and of
/// his own will pays the exit fee.
template <class Lane, class Now>
int depart(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  const Real rate(m.departure_rate[now.row]), involuntary(m.involuntary[now.row]), none(0.0f);
  int left = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    Real anyway = m.own_chance ? Lane::load(now.people.leaving + i) : rate;
    if (m.wakes) anyway = shifted_departure(anyway, awakening_of<Lane>(now, i));
    Real chance = anyway;
    if (m.satisfaction_effect != 0) {
      const Real s = satisfaction(Lane::load(now.people.product + i), Lane::load(now.people.service + i),
                                  Real(m.product_weight));
      chance = shifted_departure(chance, (s - Real(m.satisfaction_reference)) * Real(m.satisfaction_effect));
    }
    const Real luck = Lane::load(now.scratch.departure + (i - now.begin));
    const auto active = Lane::load(now.people.last + i) >= none;
    if (m.contract) {
      const auto over = Lane::load(now.people.term_left + i) == none;
      if (m.at_renewals) chance = select(over, chance, none);
      if (m.exit_fee) pay_exit_fee<Lane>(now, i, departs(luck, chance) & active & ~over);
    }
    const auto leaves = departs(luck, either_departure(chance, involuntary)) & active;
    Real reason = number_of<Lane>(Reason::no_longer_needed);
    if (m.satisfaction_effect != 0 && any(leaves))
      reason = select(departs(luck, anyway), reason, reason_of_dissatisfaction<Lane>(now, i));
    reason = select(departs(luck, chance), reason, number_of<Lane>(Reason::involuntary));
    left += take_out<Lane>(now, i, leaves, reason);
  }
  now.counts.departed[now.row] += left;
  return left;
}

/// How long each person would still stay: in periods where one leaves at any moment, in purchases where after
/// one.
template <class Lane>
void foresee_departure(const Moment& now) {
  using Real = typename Lane::Real;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real log2_left = lanes::log2_of<Lane>(Real(1.0f) - Lane::load(now.scratch.departure + k));
    const Real own = Lane::load(now.people.leaving + i);
    Lane::store(now.market.leaving == KernelMarket::at_any_moment ? time_to_departure(log2_left, own)
                                                                  : purchases_survived(log2_left, own),
                now.scratch.stay + k);
  }
}

/// With departure after purchases: nobody buys again after the one that he does not survive.
template <class Lane>
void cut_purchases(const Moment& now) {
  using Real = typename Lane::Real;
  for (int k = 0; k < now.end - now.begin; k += Lane::width) {
    const Real purchases = Lane::load(now.scratch.purchases + k), survived = Lane::load(now.scratch.stay + k);
    const auto leaves = purchases > survived;
    const Real last_one = Lane::real(Lane::whole(min(survived, purchases))) + Real(1.0f);
    Lane::store(select(leaves, last_one, purchases), now.scratch.purchases + k);
  }
}

/// Those who were to leave within the period, or after one of its purchases, are gone at its end.
template <class Lane>
int depart_as_foreseen(const Moment& now) {
  using Real = typename Lane::Real;
  const bool any_moment = now.market.leaving == KernelMarket::at_any_moment;
  int left = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real stay = Lane::load(now.scratch.stay + k);
    Real purchases = Lane::load(now.scratch.purchases + k);
    if (now.market.joins || now.market.return_rate)
      purchases = purchases - Lane::load(now.scratch.joined + k);
    const auto gone = any_moment ? stay < Real(1.0f) : purchases > stay;
    left += take_out<Lane>(now, i, gone & (Lane::load(now.people.last + i) >= Real(0.0f)),
                           number_of<Lane>(Reason::no_longer_needed));
  }
  now.counts.departed[now.row] += left;
  return left;
}

}  // namespace clientele
