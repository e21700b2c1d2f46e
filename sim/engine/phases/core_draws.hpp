// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/lanes/noise.hpp"
#include "sim/engine/phases/scratch.hpp"

namespace clientele {

/// The random words of an occasion: need, choice, spend and service take the upper bits of one each;
/// departure takes the lowest eight of the first three at the first occasion, which nothing else reads.
template <class Lane>
void draw_core(const Moment& now) {
  const std::uint32_t* person = now.people.person;
  Scratch& s = now.scratch;
  const typename Lane::Word low(255u);
  const std::uint32_t which = now.address.events | static_cast<std::uint32_t>(now.occasion) << 20;
  const lanes::Philox<Lane> random(now.clock, which, now.address.draw, now.address.keys);
  constexpr int several = Lane::side_by_side;
  const auto buys = [&](int k) { return Lane::load(s.purchases + k) > typename Lane::Real(now.occasion); };
  // Rows beyond the last are rows still: a column holds whole slices.
  for (int i = now.begin; i < now.end; i += several * Lane::width) {
    const int k = i - now.begin;
    if (now.occasion > 0 && !any(buys(k) | buys(k + (several - 1) * Lane::width))) continue;
    typename Lane::Word who[several], words[several][4];
#pragma GCC unroll 2
    for (int p = 0; p < several; ++p) who[p] = Lane::load(person + i + p * Lane::width);
    random.words(who, words);
#pragma GCC unroll 2
    for (int p = 0; p < several; ++p) {
      const int at = k + p * Lane::width;
#pragma GCC unroll 4
      for (int w = 0; w < 4; ++w) Lane::store(words[p][w], s.word[w] + at);
      if (now.occasion > 0) continue;
      const auto bits = up<16>(words[p][0] & low) | up<8>(words[p][1] & low) | (words[p][2] & low);
      Lane::store(Lane::real(bits) * typename Lane::Real(0x1p-24f), s.departure + at);
    }
  }
}

}  // namespace clientele
