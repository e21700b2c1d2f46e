// SPDX-License-Identifier: MIT
#pragma once

#include "models/choice/logit.hpp"
#include "models/choice/utility.hpp"
#include "models/experience/satisfaction.hpp"
#include "sim/engine/phases/consideration.hpp"
#include "sim/engine/phases/favour.hpp"
#include "sim/engine/phases/habit.hpp"
#include "sim/random/address.hpp"

namespace clientele {

/// All that only the brand bought last has:
///   habit + switching cost + s(S) + w_q (s_product − x_q) + w_s (s_service − x_s) + what his contract adds
/// His own memories s replace the ratings x of the drivers quality and service, as they are said to be now.
template <class Lane, bool memory, class Now>
[[gnu::always_inline]] inline typename Lane::Real last_brand_utility(const Now& now, int i,
                                                                     typename Lane::Real last, int brands) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  Real terms = bond_by_now<Lane>(now, i, last);
  if (m.contract) terms = terms + Lane::load(now.scratch.tie + (i - now.begin));
  if constexpr (memory) {
    const Real product = Lane::load(now.people.product + i), service = Lane::load(now.people.service + i);
    if (m.disappointment != 0 || m.delight != 0)
      terms = terms + utility_of_satisfaction(satisfaction(product, service, Real(m.product_weight)),
                                              Real(m.dissatisfied_below), Real(m.delighted_above),
                                              Real(m.disappointment), Real(m.delight));
    const auto in_place_of_rating = [&](int driver, Real memory_of, const float* said) {
      if (driver < 0) return;
      const Real rating = rating_of<Lane>(last, said + now.row * m.brands, brands);
      terms = fma(Lane::load(now.people.weight[driver] + i), memory_of - rating, terms);
    };
    in_place_of_rating(m.quality_driver, product, m.quality_said);
    in_place_of_rating(m.service_driver, service, m.service_said);
  }
  if (m.unbound && now.row > 0) terms = select(last == Real(0.0f), Real(0.0f), terms);
  return terms;
}

/// Brands that were absent at the start are tested first, each with a uniform of its own, so that the
/// incumbents' luck is the same with and without them. Returns the choice so far, −1 where no entrant was
/// taken.
template <class Lane>
typename Lane::Real choose_entrant(const Moment& now, int i, const typename Lane::Real* e,
                                   typename Lane::Real total) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Real chosen = Real(-1.0f);
  for (int j = m.incumbents; j < m.brands; ++j) {
    if (m.present[now.row * m.brands + j] == 0) continue;
    typename Lane::Word words[4];
    lanes::philox<Lane>(Lane::load(now.people.person + i),
                        now.clock | (static_cast<std::uint32_t>(Purpose::entrants) + m.slot[j]) << 16,
                        now.address.events | static_cast<std::uint32_t>(now.occasion) << 20, now.address.draw,
                        now.address.keys, words);
    const auto taken = (lanes::uniform<Lane>(words[0]) * total < e[j]) & (chosen < Real(0.0f));
    chosen = select(taken, Real(j), chosen);
    total = total - e[j];
  }
  return chosen;
}

/// Utilities beyond it, in base 2, count as this: what they stand for is as good as certain, and their powers
/// stay finite when they are multiplied.
inline constexpr float most_utility = 60;

/// What each person thinks of a brand before its price: what he himself likes about it, and what others have
/// said of it since his last purchase.
template <class Lane>
[[gnu::always_inline]] inline typename Lane::Real opinion_of(const KernelMarket& m, const Columns& c, int i,
                                                             int brand) {
  const auto own = Lane::load(c.own[brand] + i);
  return talk_moves(m) ? own + Lane::load(c.talk[brand] + i) : own;
}

/// What the offer of a brand is worth before what only the brand bought last has, 2^utility: in a column of
/// its own, since between two changes of the market it stays the same.
template <class Lane>
void weigh_offer(const KernelMarket& m, const Columns& c, int row, int i, int brand) {
  const typename Lane::Real price(m.price_term[row * m.brands + brand]);
  const auto utility =
      utility_at_price(opinion_of<Lane>(m, c, i, brand), Lane::load(c.sensitivity + i), price);
  Lane::store(exp2(min(utility, typename Lane::Real(most_utility))), c.worth[brand] + i);
}

/// The same for all brands and all people of a block.
template <class Lane>
void weigh_offers(const Block& block, int people, int row) {
  if (!weighs_offers(block.market)) return;
  for (int j = 0; j < block.market.brands; ++j)
    for (int i = 0; i < people; i += Lane::width) weigh_offer<Lane>(block.market, block.columns, row, i, j);
}

/// Whether offers are worth something else than in the period before.
template <class Lane>
bool offers_moved(const KernelMarket& m, int row) {
  const float *now = m.price_term + row * m.brands, *before = now - m.brands;
  bool moved = m.moved[row];
  for (int j = 0; j < m.brands; ++j) moved = moved || now[j] != before[j];
  return moved;
}

/// Which brand each buyer of this occasion takes: the logit over what he can buy, with ours first. With
/// `known` brands, none of them an entrant, the compiler keeps all of it in registers.
template <class Lane, bool memory, int known = 0, class Now>
void choose_among(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  const Columns& people = now.people;
  const float* present = m.present + now.row * m.brands;
  const bool all_present = m.all_present[now.row], entrants = known > 0 ? false : m.entrants_open[now.row],
             gated = known > 0 ? false : m.gated, favoured = known > 0 ? false : m.favoured;
  const int incumbents = known > 0 ? known : m.incumbents, brands = known > 0 ? known : m.brands;
  const Favours<Lane> favours(now);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real last = Lane::load(people.last + i);
    if constexpr (!in_plain_market<Now>) Lane::store(last, now.scratch.before + k);
    const auto buys = Lane::load(now.scratch.purchases + k) > Real(now.occasion);
    if (!any(buys) && !(m.expects && now.occasion == 0)) {
      Lane::store(Real(-1.0f), now.scratch.chosen + k);
      continue;
    }
    const Real bound = exp2(min(last_brand_utility<Lane, memory>(now, i, last, brands), Real(most_utility)));
    constexpr int room = known > 0 ? known : most_brands;
    Real e[room], cumulative[room], sum = Real(0.0f);
#pragma GCC unroll 8
    for (int j = 0; j < brands; ++j) {
      if (j >= incumbents && !entrants) break;
      const Real worth = Lane::load(people.worth[j] + i);
      e[j] = select(last == Real(j), worth * bound, worth);
      if (favoured) e[j] = e[j] * exp2(favours.of(i, j));
      if (!all_present || j >= incumbents) e[j] = e[j] * Real(present[j]);
      if (gated) e[j] = select(considers<Lane>(considered<Lane>(people, i), j), e[j], Real(0.0f));
      if (j < incumbents) {
        sum = j == 0 ? e[0] : sum + e[j];
        cumulative[j] = sum;
      }
    }
    const Real u = lanes::uniform<Lane>(Lane::load(now.scratch.word[1] + k));
    Real chosen = logit_choice(cumulative, incumbents, u), total = sum;
    if (entrants) {
      for (int j = incumbents; j < brands; ++j) total = total + e[j];
      const Real entrant = choose_entrant<Lane>(now, i, e, total);
      chosen = select(entrant >= Real(0.0f), entrant, chosen);
    }
    if (m.expects) Lane::store(share_of(e[0], total), now.scratch.ours + k);
    // Where no brand is left to buy, nobody buys.
    const auto can = (all_present && !gated) || entrants ? buys : buys & (sum > Real(0.0f));
    Lane::store(select(can, chosen, Real(-1.0f)), now.scratch.chosen + k);
  }
}

/// Which brand each buyer takes where that hangs on the brand bought last alone.
template <class Lane>
void choose_by_last(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const float* table = m.switching + now.row * m.brands * m.brands;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real last = Lane::load(now.people.last + i);
    Lane::store(last, now.scratch.before + k);
    const auto buys = Lane::load(now.scratch.purchases + k) > Real(now.occasion);
    const auto comes_in = last == Real(newcomer);
    const auto row = Lane::whole(select(comes_in, Real(0.0f), max(last, Real(0.0f))) * Real(m.brands));
    const Real u = lanes::uniform<Lane>(Lane::load(now.scratch.word[1] + k));
    if (m.expects)
      Lane::store(select(comes_in, Real(m.first_brand[0]), Lane::gather(table, row)), now.scratch.ours + k);
    Real chosen = Real(0.0f);
    for (int j = 0; j + 1 < m.brands; ++j)
      chosen = chosen + select(u >= select(comes_in, Real(m.first_brand[j]), Lane::gather(table + j, row)),
                               Real(1.0f), Real(0.0f));
    Lane::store(select(buys, chosen, Real(-1.0f)), now.scratch.chosen + k);
  }
}

template <class Lane, bool memory, class Now>
void choose_brand(const Now& now) {
  if (now.market.switching) return choose_by_last<Lane>(now);
  const bool special = now.market.gated || now.market.favoured || now.market.entrants_open[now.row];
  switch (special ? 0 : now.market.incumbents) {
    case 2:
      return choose_among<Lane, memory, 2>(now);
    case 3:
      return choose_among<Lane, memory, 3>(now);
    case 4:
      return choose_among<Lane, memory, 4>(now);
    case 5:
      return choose_among<Lane, memory, 5>(now);
    default:
      return choose_among<Lane, memory>(now);
  }
}

}  // namespace clientele
