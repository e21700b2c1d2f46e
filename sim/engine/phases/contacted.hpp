// SPDX-License-Identifier: MIT
#pragma once

#include "models/programme/contact.hpp"
#include "sim/engine/phases/scratch.hpp"

namespace clientele {

inline constexpr int woken = 16;  ///< bits from that of a kind of contact to that of those whom it woke

/// Part of his purchases that each person makes in this period: what his brand's contacts prompt he makes
/// only if they came.
template <class Lane>
typename Lane::Real part_made(const Moment& now, int i) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const KernelMarket& m = now.market;
  const Real last = Lane::load(now.people.last + i);
  const Word came = Lane::load(now.people.contacted + i);
  Real part(1.0f);
  for (int k = 0; k < m.contacts; ++k) {
    if (m.contact[k].prompts == 0) continue;
    const auto waits = (last == Real(m.contact[k].brand)) & Lane::is_zero(came & Word(1u << k));
    part = select(waits, made_unprompted(part, Real(m.contact[k].prompts)), part);
  }
  return part;
}

/// By how much the contacts that woke each person lower his log-odds to leave, in base 2.
template <class Lane>
typename Lane::Real awakening_of(const Moment& now, int i) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const KernelMarket& m = now.market;
  const Word came = Lane::load(now.people.contacted + i);
  Real shift(0.0f);
  for (int k = 0; k < m.contacts; ++k) {
    if (m.contact[k].awakening == 0) continue;
    const auto slept = Lane::is_zero(came & Word(1u << (k + woken)));
    shift = select(slept, shift, shift + Real(m.contact[k].awakening));
  }
  return shift;
}

}  // namespace clientele
