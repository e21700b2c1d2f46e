// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/lanes/elementary.hpp"
#include "sim/engine/phases/scratch.hpp"
#include "sim/random/address.hpp"

namespace clientele {

/// The people of a slice whom a question concerns, next to each other. Where it concerns few, full lanes of
/// them are fewer than lanes of all; their luck hangs on who they are, not on where they stand.
/// With `rows` it is known where each of them stands.
template <class Lane, bool rows = false>
class Concerned {
 public:
  using Word = typename Lane::Word;
  using Real = typename Lane::Real;

  explicit Concerned(const Moment& now) : now_(now) {}

  /// Adds those of some lanes, from row i on, whom a mask selects. All lanes of the slice have their turn.
  void add(int i, typename Lane::Mask these) {
    these_[(i - now_.begin) / Lane::width] = these;
    if constexpr (rows)
      Lane::compress(Lane::count_up() + Word(static_cast<std::uint32_t>(i)), these, row_ + count_);
    count_ += Lane::compress(Lane::load(now_.people.person + i), these, person_ + count_);
  }
  /// The last lanes become full, with people of whose answers nothing is to be kept.
  void close() { Lane::store(Word(0u), person_ + count_); }

  int count() const { return count_; }
  /// The row of the block of the n-th of them.
  int row(int n) const { return static_cast<int>(row_[n]); }

  /// What they draw for a purpose in this period, and of it the words of those from the n-th on.
  lanes::Philox<Lane> luck(Purpose purpose, std::uint32_t item) const {
    const BlockAddress& address = now_.address;
    return {now_.clock | static_cast<std::uint32_t>(purpose) << 16, address.events | item << 20, address.draw,
            address.keys};
  }
  [[gnu::always_inline]] void words(const lanes::Philox<Lane>& luck, int n, Word (&words)[4]) const {
    const Word them[1] = {Lane::load(person_ + n)};
    Word found[1][4];
    luck.words(them, found);
    for (int w = 0; w < 4; ++w) words[w] = found[0][w];
  }

  /// Puts a number for each of them into a column of the slice, and leaves the others as they are.
  void put(const float* theirs, float* column) const {
    put_or(theirs, column, [&](int k) { return Lane::load(column + k); });
  }
  /// The same, with one number for the others.
  void put(const float* theirs, float* column, Real others) const {
    put_or(theirs, column, [&](int) { return others; });
  }

 private:
  template <class F>
  void put_or(const float* theirs, float* column, F otherwise) const {
    for (int k = 0, n = 0; k < now_.end - now_.begin; k += Lane::width) {
      const auto here = these_[k / Lane::width];
      Lane::store(Lane::expand(theirs + n, here, otherwise(k)), column + k);
      n += Lane::count(here);
    }
  }

  const Moment& now_;
  int count_ = 0;
  std::uint32_t row_[rows ? slice + Lane::width : 1], person_[slice + Lane::width];
  typename Lane::Mask these_[slice / Lane::width];
};

/// A number for each of them, with room for the last lanes.
template <class Lane>
using Answers = float[slice + Lane::width];

}  // namespace clientele
