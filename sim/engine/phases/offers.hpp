// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/arrival.hpp"
#include "sim/engine/phases/lapse.hpp"
#include "sim/random/address.hpp"

namespace clientele {

/// To whom the offer of a channel stands.
template <class Lane>
typename Lane::Mask has_offer(const Moment& now, int i, int offer) {
  return Lane::load(now.people.offered[offer] + i) > typename Lane::Real(static_cast<float>(now.row));
}

/// Utility that the offers of channels add to a brand.
template <class Lane>
typename Lane::Real bonus_of(const Moment& now, int i, int brand) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Real sum(0.0f);
  for (int o = 0; o < m.offers; ++o)
    if (m.offer[o].brand == brand)
      sum = sum + select(has_offer<Lane>(now, i, o), Real(m.offer[o].bonus), Real(0.0f));
  return sum;
}

/// Lets channels reach customers of their rivals, by a uniform of each channel's own. Whom an offer reaches
/// knows the brand. Who left the category, or comes into it, has no offers any more.
template <class Lane>
void make_offers(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real none(0.0f);
  for (int o = 0; o < m.offers; ++o) {
    const OfferTable& offer = m.offer[o];
    const Real chance(offer.chance[now.row]), brand(static_cast<float>(offer.brand)),
        until(offer.lasts > 0 ? static_cast<float>(now.row) + offer.lasts : 0x1p30f);
    std::int64_t reached = 0;
    for (int i = now.begin; i < now.end; i += Lane::width) {
      const Real last = Lane::load(now.people.last + i);
      const auto buys = (last >= none) & (last < Real(newcomer));
      Real stands = select(buys, Lane::load(now.people.offered[o] + i), none);
      auto open = buys & ~(last == brand);
      if (m.lost_after > 0) open = open & ~has_lapsed<Lane>(now, i);
      if (offer.chance[now.row] > 0 && any(open)) {
        typename Lane::Word words[4];
        lanes::philox<Lane>(Lane::load(now.people.person + i),
                            now.clock | static_cast<std::uint32_t>(Purpose::offer) << 16,
                            now.address.events | offer.slot << 20, now.address.draw, now.address.keys, words);
        const auto gets = open & (lanes::uniform<Lane>(words[0]) < chance);
        stands = select(gets, until, stands);
        reached += Lane::count(gets);
        if (m.gated)
          Lane::store(
              Lane::load(now.people.known + i) | Lane::selected(gets, typename Lane::Word(1u << offer.brand)),
              now.people.known + i);
      }
      Lane::store(stands, now.people.offered[o] + i);
    }
    now.counts.reached[now.row * m.channels + offer.channel] += reached;
  }
}

/// Credits those who come to a brand from a rival while its offer stands to the channel that made it; of
/// several to one, by a number of the person's own. Whoever has had an occasion to choose has no offer left.
template <class Lane>
void win_from_rivals(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real none(0.0f), one(1.0f);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    Real won(-1.0f);
    auto chooses = Lane::load(now.scratch.purchases + k) > Real(static_cast<float>(now.occasion));
    if (m.contract) chooses = chooses & (Lane::load(now.scratch.free + k) > none);
    if (any(chooses)) {
      const Real before = Lane::load(now.scratch.before + k), chosen = Lane::load(now.scratch.chosen + k);
      const auto moves = chooses & (before >= none) & (before < Real(newcomer)) & ~(chosen == before);
      Real offers = none;  // of the brand that he has chosen
      for (int o = 0; o < m.offers; ++o)
        offers = offers + select(moves & (chosen == Real(static_cast<float>(m.offer[o].brand))) &
                                     has_offer<Lane>(now, i, o),
                                 one, none);
      if (any(offers > none)) {
        const Real place = Lane::gather(m.place, index_in_segment<Lane>(now.people, i));
        Real turn = min(Lane::real(Lane::whole(place * offers)), max(offers - one, none));
        for (int o = 0; o < m.offers; ++o) {
          const auto his =
              moves & (chosen == Real(static_cast<float>(m.offer[o].brand))) & has_offer<Lane>(now, i, o);
          won = select(his & (turn == none), Real(static_cast<float>(m.offer[o].channel)), won);
          turn = turn - select(his, one, none);
        }
        const auto comes = won >= none;
        Lane::store(select(comes, won + one, Lane::load(now.people.way + i)), now.people.way + i);
        Lane::store(select(comes, Real(static_cast<float>(now.row)), Lane::load(now.people.came + i)),
                    now.people.came + i);
      }
      for (int o = 0; o < m.offers; ++o)
        Lane::store(select(chooses, none, Lane::load(now.people.offered[o] + i)), now.people.offered[o] + i);
    }
    Lane::store(won, now.scratch.won + k);
  }
  Lane::count_codes(now.scratch.won, now.end - now.begin, m.channels, now.counts.won + now.row * m.channels);
}

}  // namespace clientele
