// SPDX-License-Identifier: MIT
#pragma once

#include "models/experience/satisfaction.hpp"
#include "models/programme/add_on.hpp"
#include "sim/engine/phases/concerned.hpp"
#include "sim/engine/phases/counting.hpp"

namespace clientele {

/// At the end of a period customers take and give up add-ons. Who has had one through the period has paid for
/// it; who buys elsewhere, or left, has it no more. Two uniforms of the period decide.
template <class Lane>
void take_add_ons(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real none(0.0f), one(1.0f);
  for (int a = 0; a < m.add_ons; ++a) {
    const AddOnTable& add_on = m.add_on[a];
    const Real brand(add_on.brand), cancellation(add_on.cancellation[now.row]),
        adoption(add_on.adoption[now.row]), effect(add_on.satisfaction_effect),
        reference(add_on.satisfaction_reference), product_weight(m.product_weight);
    float* const has = now.people.has[a];
    std::int64_t paying = 0, owners = 0;
    Concerned<Lane> customers(now);
    Answers<Lane> had, satisfied;
    for (int i = now.begin; i < now.end; i += Lane::width) {
      const auto his = Lane::load(now.people.last + i) == brand;
      const Real before = Lane::load(has + i);
      const auto pays = his & (before > none);
      Lane::compress(before, his, had + customers.count());
      if (add_on.satisfaction_effect != 0)
        Lane::compress(satisfaction(Lane::load(now.people.product + i), Lane::load(now.people.service + i),
                                    product_weight),
                       his, satisfied + customers.count());
      customers.add(i, his);
      if (!counted || !any(pays)) continue;
      paying += Lane::count(pays);
      credit_each<Lane>(now, i, pays, add_on.brand, add_on.margin[now.row]);
    }
    customers.close();
    const lanes::Philox<Lane> random = customers.luck(Purpose::add_on, add_on.slot);
    for (int n = 0; n < customers.count(); n += Lane::width) {
      typename Lane::Word words[4];
      customers.words(random, n, words);
      const auto pays = Lane::load(had + n) > none;
      Real chance = adoption;
      if (add_on.satisfaction_effect != 0)
        chance = adoption_chance(chance, (Lane::load(satisfied + n) - reference) * effect);
      const auto keeps = pays & ~(lanes::uniform<Lane>(words[1]) < cancellation);
      const auto takes = ~pays & (lanes::uniform<Lane>(words[0]) < chance);
      Lane::store(select(keeps | takes, one, none), had + n);
    }
    customers.put(had, has + now.begin, none);
    if (!counted) continue;
    for (int i = now.begin; i < now.end; i += Lane::width) owners += Lane::count(Lane::load(has + i) > none);
    const int at = now.row * m.brands + add_on.brand;
    now.counts.add_ons[at] += owners;
    now.counts.add_on_cost[at] += paying * (add_on.price[now.row] - add_on.margin[now.row]);
    now.counts.add_on_revenue[at] += paying * add_on.price[now.row];
    now.counts.value[at] += paying * add_on.margin[now.row];
  }
}

}  // namespace clientele
