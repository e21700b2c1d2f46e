// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/arrival.hpp"
#include "sim/engine/phases/core_draws.hpp"
#include "sim/random/address.hpp"

namespace clientele {

/// Takes out, before anything is bought, those of whom their past leaves open whether they are customers
/// still and who are none. Returns how many.
template <class Lane>
int take_out_the_lost(const Moment& now) {
  using Real = typename Lane::Real;
  int lost = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    typename Lane::Word words[4];
    lanes::philox<Lane>(Lane::load(now.people.person + i), static_cast<std::uint32_t>(Purpose::alive) << 16,
                        now.address.events, now.address.draw, now.address.keys, words);
    const Real last = Lane::load(now.people.last + i),
               chance = Lane::gather(now.market.alive, index_in_segment<Lane>(now.people, i));
    const auto gone = ~(lanes::uniform<Lane>(words[0]) < chance) & (last >= Real(0.0f));
    Lane::store(select(gone, Real(departed), last), now.people.last + i);
    lost += Lane::count(gone);
  }
  return lost;
}

}  // namespace clientele
