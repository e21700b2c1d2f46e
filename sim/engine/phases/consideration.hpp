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

/// Notes who has heard of each brand by a period, if awareness of any is no longer what it was; today of all.
template <class Lane>
void note_heard(const Block& block, int people, int row) {
  using Word = typename Lane::Word;
  const KernelMarket& m = block.market;
  const Columns& c = block.columns;
  const float* awareness = m.awareness + row * m.brands;
  bool moved = row == 0;
  for (int j = 0; j < m.brands; ++j) moved = moved || awareness[j] != awareness[j - m.brands];
  for (int i = 0; i < people && moved; i += Lane::width) {
    Word heard(0u);
    for (int j = 0; j < m.brands; ++j)
      heard =
          heard | Lane::selected(has_heard_of(Lane::load(c.notice[j] + i), typename Lane::Real(awareness[j])),
                                 Word(1u << j));
    Lane::store(heard, c.heard + i);
  }
}

/// A bit for each brand that a person can choose: those that he has heard of or bought before.
template <class Lane>
typename Lane::Word considered(const Columns& people, int i) {
  return Lane::load(people.heard + i) | Lane::load(people.known + i);
}
template <class Lane>
typename Lane::Mask considers(typename Lane::Word considered, int brand) {
  return ~Lane::is_zero(considered & typename Lane::Word(1u << brand));
}

/// Whoever bought a brand knows it from now on.
template <class Lane>
void get_to_know(const Moment& now, const float* bought) {
  using Real = typename Lane::Real;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const Real brand = Lane::load(bought + (i - now.begin));
    const auto known = Lane::selected(brand >= Real(0.0f), Lane::bit(Lane::whole(max(brand, Real(0.0f)))));
    Lane::store(Lane::load(now.people.known + i) | known, now.people.known + i);
  }
}

}  // namespace clientele
