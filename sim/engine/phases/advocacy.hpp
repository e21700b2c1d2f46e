// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/arrival.hpp"
#include "sim/engine/phases/choice.hpp"
#include "sim/engine/phases/concerned.hpp"
#include "sim/engine/phases/credit.hpp"
#include "sim/engine/phases/experience.hpp"

namespace clientele {

/// Lets a message act on one who buys already: it moves the utility of its brand, and whoever hears a
/// recommendation knows the brand. `about`: the brand recommended or, that many brands on, warned of.
template <class Lane>
void take_message(const Moment& now, int row, int about) {
  const KernelMarket& m = now.market;
  const bool praised = about < m.brands;
  const int brand = praised ? about : about - m.brands;
  if (talk_moves(m)) {
    const float moved = praised ? m.persuasion : -m.dissuasion;
    now.people.talk[brand][row] += moved;
    if (weighs_offers(m))
      weigh_offer<Lane>(m, now.people, now.row, row - (row - now.begin) % Lane::width, brand);
  }
  if (m.gated && praised) now.people.known[row] |= 1u << brand;
}

/// What people who are there hear in this period of what was said in the one before, but for those whom it
/// won. The lowest eight bits of the core's last word say of most that they hear nothing; the words of
/// hearing decide the rest, and what about.
template <class Lane>
void hear(const Moment& now) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const KernelMarket& m = now.market;
  if (!now.talk || !(talk_moves(m) || m.gated)) return;
  const Talk& talk = *now.talk;
  const Real none(0.0f), one(1.0f), some(talk.at_least[0]);
  const bool some_won = m.joins && someone_may_come(now);
  const auto bits_of = [](Word word) { return Lane::real(word & Word(255u)); };
  const Concerned<Lane> listeners(now, [&](int k) {
    auto may = (Lane::load(now.people.last + now.begin + k) >= none) &
               may_happen<Lane>(bits_of(Lane::load(now.scratch.word[3] + k)), some);
    if (some_won) may = may & (Lane::load(now.scratch.referred + k) < none);
    return may;
  });
  const lanes::Philox<Lane> random = listeners.luck(Purpose::hearing, 0);
  for (int first = 0; first < listeners.count(); first += Lane::width) {
    Word words[4];
    listeners.words(random, first, words);
    const Real bits = bits_of(listeners.of(now.scratch.word[3], first)), u = lanes::uniform<Lane>(words[0]);
    auto hears = listeners.are(first);
    for (int n = 0; n < talk.most; ++n) {
      hears = hears & happens<Lane>(bits, u, Real(talk.at_least[n]));
      if (!any(hears)) break;
      if ((n + 1) % 4 == 0)
        listeners.words(listeners.luck(Purpose::hearing, static_cast<std::uint32_t>((n + 1) / 4)), first,
                        words);
      const Real whose = lanes::uniform<Lane>(words[(n + 1) % 4]);
      Real which = none;
      for (int c = 0; c + 1 < 2 * m.brands; ++c)
        which = which + select(whose >= Real(talk.about[c]), one, none);
      std::uint32_t about[2 * Lane::width], whom[2 * Lane::width];
      const int told = Lane::compress(Lane::whole(which), hears, about);
      Lane::compress(Lane::count_up(), hears, whom);
      for (int t = 0; t < told; ++t)
        take_message<Lane>(now, now.begin + listeners.place(first + static_cast<int>(whom[t])),
                           static_cast<int>(about[t]));
    }
  }
}

/// Who came by a recommendation buys that brand first.
template <class Lane>
void follow_recommendations(const Moment& now) {
  using Real = typename Lane::Real;
  if (!now.market.joins || !someone_may_come(now)) return;
  for (int k = 0; k < now.end - now.begin; k += Lane::width) {
    const Real referred = Lane::load(now.scratch.referred + k);
    Lane::store(select(referred >= Real(0.0f), referred, Lane::load(now.scratch.chosen + k)),
                now.scratch.chosen + k);
  }
}

/// Counts those who came by a recommendation, and charges what it costs to the brand and, as what it took to
/// win him, to the newcomer's value.
template <class Lane>
void reward_referrals(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  if (!m.joins || !someone_may_come(now)) return;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    if (!any(Lane::load(now.scratch.referred + k) >= Real(0.0f))) continue;
    for (int lane = 0; lane < Lane::width; ++lane) {
      if (now.scratch.referred[k + lane] < 0) continue;
      const int brand = static_cast<int>(now.scratch.referred[k + lane]), at = now.row * m.brands + brand;
      ++now.counts.referred[at];
      now.counts.referral_cost[at] += m.referral_cost[at];
      now.counts.value[at] -= m.referral_cost[at];
      credit<Lane>(now, i + lane, brand, -m.referral_cost[at]);
    }
  }
}

/// Whoever buys knows better than by hearsay: what was heard since his last purchase is over.
template <class Lane>
void forget_talk(const Moment& now) {
  using Real = typename Lane::Real;
  if (!talk_moves(now.market)) return;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const auto buys = Lane::load(now.scratch.chosen + (i - now.begin)) >= Real(0.0f);
    if (!any(buys)) continue;
    for (int j = 0; j < now.market.brands; ++j) {
      Lane::store(Lane::selected(~buys, Lane::load(now.people.talk[j] + i)), now.people.talk[j] + i);
      if (weighs_offers(now.market)) weigh_offer<Lane>(now.market, now.people, now.row, i, j);
    }
  }
}

/// Counts who may speak of his brand in this period: the delighted, who may recommend it, and the
/// dissatisfied, who may warn of it; where nobody remembers anything all may recommend it.
template <class Lane>
void note_advocates(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real nobody(-1.0f);
  const bool memory = m.product_memory || m.service_memory;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real last = Lane::load(now.people.last + i);
    auto customer = last >= Real(0.0f);
    if (m.lost_after > 0) customer = customer & ~has_lapsed<Lane>(now, i);
    Real delighted = select(customer, last, nobody), dissatisfied = nobody;
    if (memory) {
      const Real satisfied = satisfaction(Lane::load(now.people.product + i),
                                          Lane::load(now.people.service + i), Real(m.product_weight));
      dissatisfied = select(satisfied < Real(m.dissatisfied_below), delighted, nobody);
      delighted = select(satisfied > Real(m.delighted_above), delighted, nobody);
    }
    Lane::store(delighted, now.scratch.code + k);
    Lane::store(dissatisfied, now.scratch.units + k);
  }
  const int n = now.end - now.begin, row = now.row * m.brands;
  Lane::count_codes(now.scratch.code, n, m.brands, now.counts.recommending + row);
  if (memory) Lane::count_codes(now.scratch.units, n, m.brands, now.counts.warning + row);
}

}  // namespace clientele
