// SPDX-License-Identifier: MIT
#pragma once

#include "models/consideration/awareness.hpp"
#include "sim/engine/phases/core_draws.hpp"

namespace clientele {

/// Draws how ready each person is to hear of each brand, and lets those who have heard of none today know the
/// nearest.
template <class Lane>
void draw_notice(const Block& block, int people) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const KernelMarket& m = block.market;
  const Columns& c = block.columns;
  for (int i = 0; i < people; i += Lane::width) {
    Real nearest = Real(1.0f), brand = Real(-1.0f);
    bool none = true;
    for (int j = 0; j < m.brands; ++j) {
      Word words[4];
      lanes::philox<Lane>(Lane::load(c.person + i), m.notice_address[j], block.address.traits,
                          block.address.draw, block.address.keys, words);
      const Real notice = lanes::uniform<Lane>(words[0]);
      Lane::store(notice, c.notice[j] + i);
      if (j >= m.incumbents || m.present[j] == 0) continue;
      const Real distance = distance_from_hearing(notice, max(Real(m.awareness[j]), Real(0x1p-60f)));
      const auto nearer = none ? (distance >= Real(0.0f)) : distance < nearest;
      brand = select(nearer, Real(j), brand);
      nearest = select(nearer, distance, nearest);
      none = false;
    }
    Word known(0u);
    for (int j = 0; j < m.incumbents; ++j)
      known = known | Lane::selected((nearest >= Real(1.0f)) & (brand == Real(j)), Word(1u << j));
    Lane::store(known, c.known + i);
  }
}

/// Whom a brand can be chosen by: those who have heard of it or bought it before.
template <class Lane>
typename Lane::Mask considers(const Moment& now, int i, int brand) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const auto heard =
      has_heard_of(Lane::load(now.people.notice[brand] + i), Real(m.awareness[now.row * m.brands + brand]));
  return heard | ~Lane::is_zero(Lane::load(now.people.known + i) & typename Lane::Word(1u << brand));
}

/// Whoever bought a brand knows it from now on.
template <class Lane>
void get_to_know(const Moment& now, const float* bought) {
  using Word = typename Lane::Word;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    Word known = Lane::load(now.people.known + i);
    for (int j = 0; j < now.market.brands; ++j)
      known = known |
              Lane::selected(Lane::load(bought + (i - now.begin)) == typename Lane::Real(j), Word(1u << j));
    Lane::store(known, now.people.known + i);
  }
}

}  // namespace clientele
