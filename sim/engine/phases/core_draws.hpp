// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/lanes/noise.hpp"
#include "sim/engine/phases/scratch.hpp"

namespace clientele {

// The random words of an occasion, by bits. A question of its own has the upper 24 bits of each. What is
// asked beside them reads bits once more that hardly move what they are read for first, by less than 2^-16 of
// its luck: so nobody has to draw a word more for it.
//
//          31 … 8      of these 15 … 8     of these 11 … 8     7 … 0 (at the first occasion)
//   0      need                            failure, upper      departure, upper
//   1      choice      product, lowest     failure, lower      departure, middle
//   2      spend       product, highest                        departure, lowest
//   3      service     product, middle                         hearing
//
// What is asked as the period ends reads their sum, which is independent of any three of them.

/// The word of each person's product.
template <class Lane>
typename Lane::Word word_of_product(const Scratch& s, int k) {
  const typename Lane::Word middle(0xff00u);
  return up<16>(Lane::load(s.word[2] + k) & middle) | up<8>(Lane::load(s.word[3] + k) & middle) |
         (Lane::load(s.word[1] + k) & middle);
}

/// Eight bits of whether his purchase fails, 0..255, from the words of need and choice.
template <class Lane>
typename Lane::Real bits_of_failure(typename Lane::Word need, typename Lane::Word choice) {
  const typename Lane::Word four(15u);
  return Lane::real(up<4>(down<8>(need) & four) | (down<8>(choice) & four));
}

/// Eight bits of what each person does about an add-on as the period ends, of which each has its own: the
/// highest of a multiple of the word. The factor is odd, and unlike that of the next slot: steps of 2^32 over
/// the golden ratio.
template <class Lane>
typename Lane::Real bits_of_add_on(typename Lane::Word late, std::uint32_t slot) {
  return Lane::real(down<24>(Lane::times(late, slot * 0x9E3779B1u | 1u)));
}

/// Whether something may happen, by eight bits of a person's luck: certainly not of most where it is rare.
template <class Lane>
typename Lane::Mask may_happen(typename Lane::Real bits, typename Lane::Real chance) {
  return bits < typename Lane::Real(256.0f) * chance;
}
/// Whether it does, by a uniform that says more of it: exactly with its chance, and at a higher one again.
template <class Lane>
typename Lane::Mask happens(typename Lane::Real bits, typename Lane::Real u, typename Lane::Real chance) {
  return u < typename Lane::Real(256.0f) * chance - bits;
}

/// Draws the core's words.
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
      Lane::store(words[p][0] + words[p][1] + words[p][2] + words[p][3], s.late + at);
      Lane::store(Lane::real(bits) * typename Lane::Real(0x1p-24f), s.departure + at);
    }
  }
}

}  // namespace clientele
