// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/ahead.hpp"
#include "sim/engine/phases/arrival.hpp"
#include "sim/engine/phases/choice.hpp"
#include "sim/engine/phases/counting.hpp"
#include "sim/engine/phases/experience.hpp"

namespace clientele {

/// Lets each message that those who buy already hear act on them: it moves the utility of its brand, and
/// whoever hears a recommendation knows the brand. `luck` decides how many they hear, `words` what about.
template <class Lane>
void take_in(const Moment& now, int i, typename Lane::Mask active, typename Lane::Real luck,
             typename Lane::Word (&words)[4]) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const KernelMarket& m = now.market;
  const Talk& talk = *now.talk;
  const Real none(0.0f), one(1.0f);
  Real messages = none;
  for (int n = 0; n < talk.most; ++n) {
    const auto hears = active & (luck < Real(talk.at_least[n]));
    if (!any(hears)) break;
    messages = messages + select(hears, one, none);
  }
  for (int n = 0; any(messages > Real(n)); ++n) {
    const auto hears = messages > Real(n);
    if ((n + 1) % 4 == 0)
      lanes::philox<Lane>(Lane::load(now.people.person + i),
                          now.clock | static_cast<std::uint32_t>(Purpose::hearing) << 16,
                          now.address.events | static_cast<std::uint32_t>((n + 1) / 4) << 20,
                          now.address.draw, now.address.keys, words);
    const Real u = lanes::uniform<Lane>(words[(n + 1) % 4]);
    Real which = none;
    for (int c = 0; c + 1 < 2 * m.brands; ++c) which = which + select(u >= Real(talk.about[c]), one, none);
    for (int j = 0; j < m.brands; ++j) {
      const auto praised = hears & (which == Real(j)), warned = hears & (which == Real(m.brands + j));
      if (!any(praised | warned)) continue;
      if (talk_moves(m)) {
        const Real moved = select(praised, Real(m.persuasion), select(warned, Real(-m.dissuasion), none));
        Lane::store(Lane::load(now.people.talk[j] + i) + moved, now.people.talk[j] + i);
        Lane::store(Lane::load(now.people.own[j] + i) + moved, now.people.own[j] + i);
        if (weighs_offers(m)) weigh_offer<Lane>(m, now.people, now.row, i, j);
      }
      if (m.gated)
        Lane::store(Lane::load(now.people.known + i) | Lane::selected(praised, Word(1u << j)),
                    now.people.known + i);
    }
  }
}

/// What people hear in this period of what was said in the one before. A prospect whom a recommendation wins
/// comes in; a uniform of 31 bits decides, as that may be rare.
template <class Lane>
void hear(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const Real none(0.0f), one(1.0f);
  const FarColumns<Lane> far(m, now.people);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    far.ask_for(i);
    const int k = i - now.begin;
    Real referred(-1.0f);
    if (now.talk) {
      const Real last = Lane::load(now.people.last + i);
      typename Lane::Word words[4];
      lanes::philox<Lane>(Lane::load(now.people.person + i),
                          now.clock | static_cast<std::uint32_t>(Purpose::hearing) << 16, now.address.events,
                          now.address.draw, now.address.keys, words);
      const Real luck = Lane::real(down<1>(words[0])) * Real(0x1p-31f);
      const auto comes = (last == Real(prospect)) & (luck < Real(now.talk->comes[m.brands - 1]));
      if (any(comes)) {
        Real brand = none;
        for (int j = 0; j + 1 < m.brands; ++j)
          brand = brand + select(luck >= Real(now.talk->comes[j]), one, none);
        referred = select(comes, brand, referred);
        Lane::store(select(comes, Real(newcomer), last), now.people.last + i);
        Lane::store(select(comes, one, Lane::load(s.joined + k)), s.joined + k);
        if (notes_ways(m)) {
          Lane::store(select(comes, none, Lane::load(now.people.way + i)), now.people.way + i);
          Lane::store(select(comes, Real(static_cast<float>(now.row)), Lane::load(now.people.came + i)),
                      now.people.came + i);
        }
        if (m.contract)
          Lane::store(select(comes, none, Lane::load(now.people.term_left + i)), now.people.term_left + i);
      }
      if (talk_moves(m) || m.gated) take_in<Lane>(now, i, last >= none, luck, words);
    }
    Lane::store(referred, s.referred + k);
  }
}

/// Who came by a recommendation buys that brand first.
template <class Lane>
void follow_recommendations(const Moment& now) {
  using Real = typename Lane::Real;
  if (!now.talk || !now.market.joins) return;
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
  if (!now.talk || !m.joins) return;
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
      const Real talk = Lane::load(now.people.talk[j] + i), own = Lane::load(now.people.own[j] + i);
      Lane::store(select(buys, own - talk, own), now.people.own[j] + i);
      Lane::store(select(buys, Real(0.0f), talk), now.people.talk[j] + i);
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
