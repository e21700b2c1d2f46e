// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/lanes/elementary.hpp"
#include "sim/engine/phases/scratch.hpp"

namespace clientele {

/// The random words of an occasion: need, choice, spend and service take the upper bits of one each;
/// departure takes the lowest eight of the first three, which nothing else reads.
template <class Lane>
void draw_core(const Moment& now) {
  const std::uint32_t* person = now.people.person;
  auto& word = now.scratch.word;
  const std::uint32_t which = now.address.events | static_cast<std::uint32_t>(now.occasion) << 20;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const auto again =
        Lane::load(now.scratch.purchases + (i - now.begin)) > typename Lane::Real(now.occasion);
    if (now.occasion > 0 && !any(again)) continue;
    typename Lane::Word words[4];
    lanes::philox<Lane>(Lane::load(person + i), now.clock, which, now.address.draw, now.address.keys, words);
    for (int w = 0; w < 4; ++w) Lane::store(words[w], word[w] + (i - now.begin));
  }
}

/// Sets aside the uniform for departure, of 24 bits, before further occasions overwrite its words.
template <class Lane>
void draw_departure(const Moment& now) {
  using Word = typename Lane::Word;
  Scratch& s = now.scratch;
  const Word low(255u);
  for (int k = 0; k < now.end - now.begin; k += Lane::width) {
    const Word bits = up<16>(Lane::load(s.word[0] + k) & low) | up<8>(Lane::load(s.word[1] + k) & low) |
                      (Lane::load(s.word[2] + k) & low);
    Lane::store(Lane::real(bits) * typename Lane::Real(0x1p-24f), s.departure + k);
  }
}

}  // namespace clientele
