// SPDX-License-Identifier: MIT
#pragma once

#include "models/need/poisson.hpp"
#include "models/need/season.hpp"
#include "sim/engine/phases/contacted.hpp"
#include "sim/engine/phases/core_draws.hpp"
#include "sim/random/address.hpp"

namespace clientele {

/// What needs a rate beyond poisson_part adds: a sum of independent parts, each with a uniform of its own.
template <class Lane>
[[gnu::noinline]] typename Lane::Real further_needs(const Moment& now, int i, typename Lane::Real rest) {
  using Real = typename Lane::Real;
  const Real part(poisson_part), none(0.0f);
  Real count = none;
  for (std::uint32_t item = 1; any(rest > none); ++item, rest = rest - part) {
    typename Lane::Word words[4];
    lanes::philox<Lane>(Lane::load(now.people.person + i),
                        now.clock | static_cast<std::uint32_t>(Purpose::more_needs) << 16,
                        now.address.events | item << 20, now.address.draw, now.address.keys, words);
    const Real size = max(min(rest, part), none);
    count = count + poisson_quantile(lanes::uniform<Lane>(words[0]), size, exp2(size * Real(-log2_e)));
  }
  return count;
}

/// How often each person buys in this period. Returns the most of anybody.
template <class Lane, class Now>
[[gnu::flatten]] int feel_need(const Now& now, bool counted) {
  using Real = typename Lane::Real;
  const auto& market = now.market;
  const Columns& people = now.people;
  float* purchases = now.scratch.purchases;
  const bool partly = counted && market.leaving == KernelMarket::at_any_moment;
  const bool seasonal = counted && market.season && market.season[now.row] != 1;
  const Real season = seasonal ? Real(market.season[now.row]) : Real(1.0f);
  Real most = Real(0.0f);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const auto active = Lane::load(people.last + i) >= Real(0.0f);
    Real count = Real(1.0f), made = season, expected = count;
    if (market.prompted) made = season * part_made<Lane>(now, i);
    const Real luck = lanes::uniform<Lane>(Lane::load(now.scratch.word[0] + k));
    if (market.sometimes) {
      expected = seasonal_chance(Lane::load(people.rate + i), made);
      count = select(luck < expected, Real(1.0f), Real(0.0f));
    }
    if (market.recencies > 0) {
      const Real recency = min(Lane::load(people.recency + i), Real(market.recencies));
      const auto ago = Lane::whole(max(recency, Real(1.0f)) - Real(1.0f));
      const Real chance = Lane::gather(market.recency_chance + now.row * market.recencies, ago);
      expected = seasonal_chance(chance, made);
      count = select(luck < expected, Real(1.0f), Real(0.0f));
    }
    if (market.poisson) {
      Real rate = Lane::load(people.rate + i), none = Lane::load(people.none + i);
      const Real part(poisson_part);
      if (seasonal || market.prompted) rate = rate * made;
      if (partly)  // those who leave within the period buy only while they are there
        rate = rate * min(Lane::load(now.scratch.stay + k), Real(1.0f));
      if (seasonal || market.prompted || partly) none = exp2(min(rate, part) * Real(-log2_e));
      count = poisson_quantile(luck, min(rate, part), none);
      expected = rate;
      const Real rest = select(active, rate - part, Real(0.0f));
      if (any(rest > Real(0.0f))) count = count + further_needs<Lane>(now, i, rest);
    }
    count = select(active, count, Real(0.0f));
    Lane::store(count, purchases + k);
    if (market.expects) Lane::store(select(active, expected, Real(0.0f)), now.scratch.need + k);
    most = max(most, count);
  }
  return static_cast<int>(greatest<Lane>(most));
}

}  // namespace clientele
