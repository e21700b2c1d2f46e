// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/lanes/elementary.hpp"
#include "sim/engine/phases/scratch.hpp"
#include "sim/random/address.hpp"

namespace clientele {

/// The people of a slice whom a question concerns, by their places in it. Where they are few, looking up what
/// it takes to answer for them alone is less than working it out for all; their luck hangs on who they are,
/// not on where they stand.
template <class Lane>
class Concerned {
 public:
  using Word = typename Lane::Word;
  using Real = typename Lane::Real;

  /// whom: the mask of those concerned among the lanes from place k on.
  template <class F>
  Concerned(const Moment& now, F whom) : now_(now) {
    int count = 0;
    for (int k = 0; k < now.end - now.begin; k += Lane::width)
      count +=
          Lane::compress(Lane::count_up() + Word(static_cast<std::uint32_t>(k)), whom(k), place_ + count);
    Lane::store(Word(0u), place_ + count);
    count_ = count;
  }

  int count() const { return count_; }
  /// The place in the slice of the n-th of them.
  int place(int n) const { return static_cast<int>(place_[n]); }
  /// What a column of the slice holds for those from the n-th on. Beyond the last of them it is anybody's.
  template <class Number>
  auto of(const Number* column, int n) const {
    return Lane::gather(column, Lane::load(place_ + n));
  }
  /// Which of the lanes from the n-th on are of them.
  typename Lane::Mask are(int n) const {
    return Lane::real(Lane::count_up()) < Real(static_cast<float>(count_ - n));
  }

  /// What they draw for a purpose in this period, and of it the words of those from the n-th on.
  lanes::Philox<Lane> luck(Purpose purpose, std::uint32_t item) const {
    const BlockAddress& address = now_.address;
    return {now_.clock | static_cast<std::uint32_t>(purpose) << 16, address.events | item << 20, address.draw,
            address.keys};
  }
  [[gnu::always_inline]] void words(const lanes::Philox<Lane>& luck, int n, Word (&words)[4]) const {
    const Word them[1] = {of(now_.people.person + now_.begin, n)};
    Word found[1][4];
    luck.words(them, found);
    for (int w = 0; w < 4; ++w) words[w] = found[0][w];
  }

 private:
  const Moment& now_;
  int count_;
  std::uint32_t place_[slice + Lane::width];
};

/// A number for each of them, with room for the last lanes.
template <class Lane>
using Answers = float[slice + Lane::width];

}  // namespace clientele
