// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

#include "sim/engine/lanes/summand.hpp"

/// The plain lane type: one person at a time, no vector instructions. It is the readable reference that the
/// wide lanes must equal to the last bit, and the slow but right path on a machine without fused
/// multiply-add. With T = double the same engine computes in double precision, to check what 32 bits lose.
namespace clientele::one_lane {

struct Mask {
  bool yes;
  friend Mask operator&(Mask a, Mask b) { return {a.yes && b.yes}; }
  friend Mask operator|(Mask a, Mask b) { return {a.yes || b.yes}; }
  friend Mask operator~(Mask a) { return {!a.yes}; }
  friend bool any(Mask a) { return a.yes; }
};

struct Word {
  std::uint32_t bits;
  Word(std::uint32_t b = 0) : bits(b) {}
  friend Word operator+(Word a, Word b) { return a.bits + b.bits; }
  friend Word operator-(Word a, Word b) { return a.bits - b.bits; }
  friend Word operator&(Word a, Word b) { return a.bits & b.bits; }
  friend Word operator|(Word a, Word b) { return a.bits | b.bits; }
  template <int by>
  friend Word up(Word a) {
    return a.bits << by;
  }
  template <int by>
  friend Word down(Word a) {
    return a.bits >> by;
  }
};

template <class T>
struct RealOf {
  T value;
  RealOf() = default;
  RealOf(T v) : value(v) {}
  template <class U>
  requires std::is_arithmetic_v<U> RealOf(U v) : value(static_cast<T>(v)) {}
  friend RealOf operator+(RealOf a, RealOf b) { return a.value + b.value; }
  friend RealOf operator-(RealOf a, RealOf b) { return a.value - b.value; }
  friend RealOf operator*(RealOf a, RealOf b) { return a.value * b.value; }
  friend RealOf operator/(RealOf a, RealOf b) { return a.value / b.value; }
  friend Mask operator<(RealOf a, RealOf b) { return {a.value < b.value}; }
  friend Mask operator>(RealOf a, RealOf b) { return {a.value > b.value}; }
  friend Mask operator>=(RealOf a, RealOf b) { return {a.value >= b.value}; }
  friend Mask operator==(RealOf a, RealOf b) { return {a.value == b.value}; }
  friend RealOf fma(RealOf a, RealOf b, RealOf c) { return std::fma(a.value, b.value, c.value); }
  friend RealOf sqrt(RealOf a) { return std::sqrt(a.value); }
  friend RealOf min(RealOf a, RealOf b) { return a.value < b.value ? a : b; }
  friend RealOf max(RealOf a, RealOf b) { return a.value > b.value ? a : b; }
  friend RealOf select(Mask m, RealOf yes, RealOf no) { return m.yes ? yes : no; }
};

template <class T>
struct Lanes {
  using Real = RealOf<T>;
  using Word = one_lane::Word;
  using Mask = one_lane::Mask;
  using Wide =
      std::uint64_t;  ///< 32-bit words in a form ready to be multiplied to 64 bits; the upper half is free
  static constexpr int width = 1, side_by_side = 2;

  static Real load(const float* from) { return static_cast<T>(*from); }
  static void store(Real x, float* to) { *to = static_cast<float>(x.value); }
  static Word load(const std::uint32_t* from) { return *from; }
  static void store(Word x, std::uint32_t* to) { *to = x.bits; }
  static Word count_up() { return 0u; }
  static Real gather(const float* table, Word at) { return static_cast<T>(table[at.bits]); }
  static Word gather(const std::uint32_t* table, Word at) { return table[at.bits]; }
  /// Where an entry stands in rows of n; the first where `which` is none of them.
  using Place = int;
  static Place place(Real which, int n) {
    return which.value > 0 && which.value < n ? static_cast<int>(which.value) : 0;
  }
  static Real entry(const float* row, [[maybe_unused]] int n, Place at) { return static_cast<T>(row[at]); }
  /// An entry of a table as wide as a lane, by as many of the lowest bits as it takes.
  static Real entry_of_lane(const float* table, Word) { return static_cast<T>(*table); }
  /// An entry of a table of 32, by the lowest five bits.
  static Real entry_of_32(const float* table, Word at) { return static_cast<T>(table[at.bits & 31u]); }

  /// A whole number below 2^31 as a real.
  static Real real(Word x) { return static_cast<T>(static_cast<std::int32_t>(x.bits)); }
  /// The nearest whole number, halves to even; |x| < 2^31.
  static Word rounded(Real x) {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::nearbyint(x.value)));
  }
  static void store_rounded(Real x, std::int32_t* to) { store(rounded(x), to); }
  /// A real without its fraction; |x| < 2^31.
  static Word whole(Real x) { return static_cast<std::uint32_t>(static_cast<std::int32_t>(x.value)); }
  static Word selected(Mask m, Word x) { return m.yes ? x.bits : 0u; }
  static Real selected(Mask m, Real x) { return m.yes ? x.value : T(0); }
  /// A word with one bit; none from the 32nd on.
  static Word bit(Word which) { return which.bits < 32 ? 1u << which.bits : 0u; }
  static Word load(const std::int32_t* from) { return static_cast<std::uint32_t>(*from); }
  static void store(Word x, std::int32_t* to) { *to = static_cast<std::int32_t>(x.bits); }
  static Mask is_zero(Word x) { return {x.bits == 0}; }
  /// Adds whole numbers with a sign to a column of 64 bits.
  static void add_to(std::int64_t* sums, Word x) { *sums += static_cast<std::int32_t>(x.bits); }
  static int count(Mask m) { return m.yes ? 1 : 0; }
  /// The lower 32 bits of a product.
  static Word times(Word x, std::uint32_t y) { return x.bits * y; }

  static int compress(Real x, Mask m, float* to) {
    if (m.yes) *to = static_cast<float>(x.value);
    return m.yes;
  }
  static int compress(Word x, Mask m, std::uint32_t* to) {
    if (m.yes) *to = x.bits;
    return m.yes;
  }
  static void compress(const std::int64_t* from, Mask m, std::int64_t* to) {
    if (m.yes) *to = *from;
  }
  /// Adds to counts[c] how many of n codes are c; −1 is none.
  static void count_codes(const float* code, int n, [[maybe_unused]] int codes, std::int64_t* counts) {
    for (int k = 0; k < n; ++k)
      if (code[k] >= 0) ++counts[static_cast<int>(code[k])];
  }
  /// Adds each of n whole numbers of each summand to the sum of its code; −1 is none. The first `large`
  /// summands may hold any numbers; one behind them has 0 or the number of one of those, or less than 2^24.
  template <int large = 32, std::size_t several>
  static void add_by_code(const float* code, int n, [[maybe_unused]] int codes,
                          const Summand (&summands)[several]) {
    for (int k = 0; k < n; ++k)
      for (std::size_t s = 0; code[k] >= 0 && s < several; ++s)
        summands[s].sums[static_cast<int>(code[k])] += summands[s].x[k];
  }

  static Wide wide_even(Word x) { return x.bits; }
  static Wide wide(std::uint64_t x) { return x; }
  static Wide product(Wide a, std::uint32_t m) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(a)) * m;
  }
  static Wide upper(Wide a) { return a >> 32; }
  static Wide differing(Wide a, Wide b) { return a ^ b; }
  static Word narrow(Wide a) { return static_cast<std::uint32_t>(a); }
};

inline Word bits_of(RealOf<float> x) {
  std::uint32_t bits;
  std::memcpy(&bits, &x.value, 4);
  return bits;
}
inline RealOf<float> real_of_bits(Word w) {
  float x;
  std::memcpy(&x, &w.bits, 4);
  return x;
}

}  // namespace clientele::one_lane
