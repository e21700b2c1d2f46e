// SPDX-License-Identifier: MIT
#pragma once

#include "models/experience/satisfaction.hpp"
#include "models/programme/add_on.hpp"
#include "sim/engine/phases/counting.hpp"
#include "sim/random/address.hpp"

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
    std::int64_t paying = 0, owners = 0;
    for (int i = now.begin; i < now.end; i += Lane::width) {
      const auto his = Lane::load(now.people.last + i) == Real(add_on.brand);
      const auto pays = his & (Lane::load(now.people.has[a] + i) > none);
      typename Lane::Word words[4];
      lanes::philox<Lane>(Lane::load(now.people.person + i),
                          now.clock | static_cast<std::uint32_t>(Purpose::add_on) << 16,
                          now.address.events | add_on.slot << 20, now.address.draw, now.address.keys, words);
      Real chance(add_on.adoption[now.row]);
      if (add_on.satisfaction_effect != 0) {
        const Real s = satisfaction(Lane::load(now.people.product + i), Lane::load(now.people.service + i),
                                    Real(m.product_weight));
        chance = adoption_chance(
            chance, (s - Real(add_on.satisfaction_reference)) * Real(add_on.satisfaction_effect));
      }
      const auto keeps = pays & ~(lanes::uniform<Lane>(words[1]) < Real(add_on.cancellation[now.row]));
      const auto takes = his & ~pays & (lanes::uniform<Lane>(words[0]) < chance);
      Lane::store(select(keeps | takes, one, none), now.people.has[a] + i);
      if (!counted) continue;
      paying += Lane::count(pays);
      owners += Lane::count(keeps | takes);
      if (any(pays)) credit_each<Lane>(now, i, pays, add_on.brand, add_on.margin[now.row]);
    }
    const int at = now.row * m.brands + add_on.brand;
    now.counts.add_ons[at] += owners;
    now.counts.add_on_cost[at] += paying * (add_on.price[now.row] - add_on.margin[now.row]);
    now.counts.add_on_revenue[at] += paying * add_on.price[now.row];
    now.counts.value[at] += paying * add_on.margin[now.row];
  }
}

}  // namespace clientele
