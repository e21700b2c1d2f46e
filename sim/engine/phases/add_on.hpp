// SPDX-License-Identifier: MIT
#pragma once

#include "models/experience/satisfaction.hpp"
#include "models/programme/add_on.hpp"
#include "sim/engine/phases/concerned.hpp"
#include "sim/engine/phases/credit.hpp"

namespace clientele {

/// Chance of each person to take an add-on in this period if he has none.
template <class Lane>
typename Lane::Real chance_to_take(const Moment& now, const AddOnTable& add_on,
                                   typename Lane::Real satisfied) {
  using Real = typename Lane::Real;
  const Real adoption(add_on.adoption[now.row]);
  if (add_on.satisfaction_effect == 0) return adoption;
  return adoption_chance(
      adoption, (satisfied - Real(add_on.satisfaction_reference)) * Real(add_on.satisfaction_effect));
}

/// The greatest chance of anybody of a slice, or a little more: rounding may not make anybody's greater.
template <class Lane>
float greatest_chance_to_take(const Moment& now, const AddOnTable& add_on) {
  using Real = typename Lane::Real;
  const Real sign(add_on.satisfaction_effect < 0 ? -1.0f : 1.0f);
  Real extreme(-0x1p60f);
  for (int i = now.begin; i < now.end && add_on.satisfaction_effect != 0; i += Lane::width)
    extreme = max(extreme,
                  sign * satisfaction(Lane::load(now.people.product + i), Lane::load(now.people.service + i),
                                      Real(now.market.product_weight)));
  return greatest<Lane>(chance_to_take<Lane>(now, add_on, sign * extreme)) * (1 + 0x1p-18f);
}

/// At the end of a period customers take and give up add-ons. Who has had one through the period has paid for
/// it; who buys elsewhere, or left, has it no more. Two uniforms of the period decide; eight bits of the core
/// say of most that they leave it as it is.
template <class Lane>
void take_add_ons(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real none(0.0f), one(1.0f);
  for (int a = 0; a < m.add_ons; ++a) {
    const AddOnTable& add_on = m.add_on[a];
    const Real brand(add_on.brand), gives_up(add_on.cancellation[now.row]),
        takes_up(greatest_chance_to_take<Lane>(now, add_on));
    float* const has = now.people.has[a] + now.begin;
    const float *last = now.people.last + now.begin, *product = now.people.product + now.begin,
                *service = now.people.service + now.begin;
    const Payment<Lane> payment(now, add_on.brand, counted ? add_on.margin[now.row] : 0);
    std::int64_t paying = 0;
    const Concerned<Lane> these(now, [&](int k) {
      const auto his = Lane::load(last + k) == brand;
      const Real before = Lane::load(has + k);
      const auto had = before > none, pays = his & had;
      Lane::store(Lane::selected(his, before), has + k);
      paying += Lane::count(pays);
      if (counted) payment.by(now.begin + k, pays);
      return his & may_happen<Lane>(bits_of_add_on<Lane>(Lane::load(now.scratch.late + k), add_on.slot),
                                    select(had, gives_up, takes_up));
    });
    Answers<Lane> have;
    const lanes::Philox<Lane> random = these.luck(Purpose::add_on, add_on.slot);
    for (int n = 0; n < these.count(); n += Lane::width) {
      typename Lane::Word words[4];
      these.words(random, n, words);
      const auto had = these.of(has, n) > none;
      const Real bits = bits_of_add_on<Lane>(these.of(now.scratch.late, n), add_on.slot);
      Real satisfied = none;
      if (add_on.satisfaction_effect != 0)
        satisfied = satisfaction(these.of(product, n), these.of(service, n), Real(m.product_weight));
      const auto keeps = had & ~happens<Lane>(bits, lanes::uniform<Lane>(words[1]), gives_up);
      const auto takes = ~had & happens<Lane>(bits, lanes::uniform<Lane>(words[0]),
                                              chance_to_take<Lane>(now, add_on, satisfied));
      Lane::store(select(keeps | takes, one, none), have + n);
    }
    std::int64_t owners = paying;
    for (int n = 0; n < these.count(); ++n) {
      float& his = has[these.place(n)];
      owners += static_cast<int>(have[n]) - static_cast<int>(his);
      his = have[n];
    }
    if (!counted) continue;
    const int at = now.row * m.brands + add_on.brand;
    now.counts.add_ons[at] += owners;
    now.counts.add_on_cost[at] += paying * (add_on.price[now.row] - add_on.margin[now.row]);
    now.counts.add_on_revenue[at] += paying * add_on.price[now.row];
    now.counts.value[at] += paying * add_on.margin[now.row];
  }
}

}  // namespace clientele
