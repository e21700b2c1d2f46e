// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "sim/engine/lanes/elementary.hpp"

namespace clientele {

/// Two lanes of persons side by side as one of twice the width. What a phase does with a person is a chain of
/// steps that wait for each other; with two chains in turns the processor has something to do meanwhile, and
/// what is the same for all is asked half as often. Each half is what it would be alone, to the last bit.
template <class Lane>
struct Twin {
  struct Real;
  struct Mask {
    typename Lane::Mask a, b;
    friend Mask operator&(Mask x, Mask y) { return {x.a & y.a, x.b & y.b}; }
    friend Mask operator|(Mask x, Mask y) { return {x.a | y.a, x.b | y.b}; }
    friend Mask operator~(Mask x) { return {~x.a, ~x.b}; }
    friend bool any(Mask x) { return any(x.a | x.b); }
  };

  struct Word {
    typename Lane::Word a, b;
    Word() = default;
    Word(typename Lane::Word first, typename Lane::Word second) : a(first), b(second) {}
    Word(std::uint32_t x) : a(x), b(x) {}
    friend Word operator+(Word x, Word y) { return {x.a + y.a, x.b + y.b}; }
    friend Word operator-(Word x, Word y) { return {x.a - y.a, x.b - y.b}; }
    friend Word operator&(Word x, Word y) { return {x.a & y.a, x.b & y.b}; }
    friend Word operator|(Word x, Word y) { return {x.a | y.a, x.b | y.b}; }
    template <int by>
    friend Word up(Word x) {
      return {up<by>(x.a), up<by>(x.b)};
    }
    template <int by>
    friend Word down(Word x) {
      return {down<by>(x.a), down<by>(x.b)};
    }
    friend Real real_of_bits(Word x) { return {real_of_bits(x.a), real_of_bits(x.b)}; }
  };

  struct Real {
    typename Lane::Real a, b;
    Real() = default;
    Real(typename Lane::Real first, typename Lane::Real second) : a(first), b(second) {}
    template <class U>
    requires std::is_arithmetic_v<U> Real(U x) : a(x), b(x) {}
    friend Real operator+(Real x, Real y) { return {x.a + y.a, x.b + y.b}; }
    friend Real operator-(Real x, Real y) { return {x.a - y.a, x.b - y.b}; }
    friend Real operator*(Real x, Real y) { return {x.a * y.a, x.b * y.b}; }
    friend Real operator/(Real x, Real y) { return {x.a / y.a, x.b / y.b}; }
    friend Mask operator<(Real x, Real y) { return {x.a < y.a, x.b < y.b}; }
    friend Mask operator>(Real x, Real y) { return {x.a > y.a, x.b > y.b}; }
    friend Mask operator>=(Real x, Real y) { return {x.a >= y.a, x.b >= y.b}; }
    friend Mask operator==(Real x, Real y) { return {x.a == y.a, x.b == y.b}; }
    friend Real fma(Real x, Real y, Real z) { return {fma(x.a, y.a, z.a), fma(x.b, y.b, z.b)}; }
    friend Real sqrt(Real x) { return {sqrt(x.a), sqrt(x.b)}; }
    friend Real min(Real x, Real y) { return {min(x.a, y.a), min(x.b, y.b)}; }
    friend Real max(Real x, Real y) { return {max(x.a, y.a), max(x.b, y.b)}; }
    friend Real select(Mask m, Real yes, Real no) {
      return {select(m.a, yes.a, no.a), select(m.b, yes.b, no.b)};
    }
    friend Word bits_of(Real x) { return {bits_of(x.a), bits_of(x.b)}; }
    friend Real exp2(Real x) { return lanes::exp2_of(x); }
    friend Real log2(Real x) { return lanes::log2_of<Twin>(x); }
  };

  struct Wide {
    typename Lane::Wide a, b;
  };
  using Place = Word;
  static constexpr int half = Lane::width, width = 2 * half, side_by_side = 1;

  static Real load(const float* from) { return {Lane::load(from), Lane::load(from + half)}; }
  static Word load(const std::uint32_t* from) { return {Lane::load(from), Lane::load(from + half)}; }
  static Word load(const std::int32_t* from) { return {Lane::load(from), Lane::load(from + half)}; }
  static void store(Real x, float* to) { Lane::store(x.a, to), Lane::store(x.b, to + half); }
  static void store(Word x, std::uint32_t* to) { Lane::store(x.a, to), Lane::store(x.b, to + half); }
  static void store(Word x, std::int32_t* to) { Lane::store(x.a, to), Lane::store(x.b, to + half); }
  static void store_rounded(Real x, std::int32_t* to) {
    Lane::store_rounded(x.a, to), Lane::store_rounded(x.b, to + half);
  }
  static Word count_up() {
    const auto first = Lane::count_up();
    return {first, first + typename Lane::Word(static_cast<std::uint32_t>(half))};
  }
  static Real gather(const float* table, Word at) {
    return {Lane::gather(table, at.a), Lane::gather(table, at.b)};
  }
  static Word gather(const std::uint32_t* table, Word at) {
    return {Lane::gather(table, at.a), Lane::gather(table, at.b)};
  }
  static Place place(Real which, int n) { return {Lane::place(which.a, n), Lane::place(which.b, n)}; }
  static Real entry(const float* row, int n, Place at) {
    return {Lane::entry(row, n, at.a), Lane::entry(row, n, at.b)};
  }
  static Real entry_of_32(const float* table, Word at) {
    return {Lane::entry_of_32(table, at.a), Lane::entry_of_32(table, at.b)};
  }
  static Real entry_of_lane(const float* table, Word at) {
    if constexpr (width == 32) return entry_of_32(table, at);
    const auto of_half = [&](typename Lane::Word x) {
      return select(Lane::is_zero(x & typename Lane::Word(static_cast<std::uint32_t>(half))),
                    Lane::entry_of_lane(table, x), Lane::entry_of_lane(table + half, x));
    };
    return {of_half(at.a), of_half(at.b)};
  }

  static Real real(Word x) { return {Lane::real(x.a), Lane::real(x.b)}; }
  static Word rounded(Real x) { return {Lane::rounded(x.a), Lane::rounded(x.b)}; }
  static Word whole(Real x) { return {Lane::whole(x.a), Lane::whole(x.b)}; }
  static Word selected(Mask m, Word x) { return {Lane::selected(m.a, x.a), Lane::selected(m.b, x.b)}; }
  static Real selected(Mask m, Real x) { return {Lane::selected(m.a, x.a), Lane::selected(m.b, x.b)}; }
  static Word bit(Word which) { return {Lane::bit(which.a), Lane::bit(which.b)}; }
  static Mask is_zero(Word x) { return {Lane::is_zero(x.a), Lane::is_zero(x.b)}; }
  static void add_to(std::int64_t* sums, Word x) { Lane::add_to(sums, x.a), Lane::add_to(sums + half, x.b); }
  static Word times(Word x, std::uint32_t y) { return {Lane::times(x.a, y), Lane::times(x.b, y)}; }
  static int count(Mask m) { return Lane::count(m.a) + Lane::count(m.b); }

  static int compress(Real x, Mask m, float* to) {
    const int first = Lane::compress(x.a, m.a, to);
    return first + Lane::compress(x.b, m.b, to + first);
  }
  static int compress(Word x, Mask m, std::uint32_t* to) {
    const int first = Lane::compress(x.a, m.a, to);
    return first + Lane::compress(x.b, m.b, to + first);
  }
  static void compress(const std::int64_t* from, Mask m, std::int64_t* to) {
    Lane::compress(from, m.a, to);
    Lane::compress(from + half, m.b, to + Lane::count(m.a));
  }
  static void count_codes(const float* code, int n, int codes, std::int64_t* counts) {
    Lane::count_codes(code, n, codes, counts);
  }
  template <int large = 32, std::size_t several>
  static void add_by_code(const float* code, int n, int codes, const Summand (&summands)[several]) {
    Lane::template add_by_code<large>(code, n, codes, summands);
  }

  static Wide wide_even(Word x) { return {Lane::wide_even(x.a), Lane::wide_even(x.b)}; }
  static Wide wide(std::uint64_t x) { return {Lane::wide(x), Lane::wide(x)}; }
  static Wide product(Wide x, std::uint32_t m) { return {Lane::product(x.a, m), Lane::product(x.b, m)}; }
  static Wide upper(Wide x) { return {Lane::upper(x.a), Lane::upper(x.b)}; }
  static Wide differing(Wide x, Wide y) { return {Lane::differing(x.a, y.a), Lane::differing(x.b, y.b)}; }
  static Word narrow(Wide x) { return {Lane::narrow(x.a), Lane::narrow(x.b)}; }
};

}  // namespace clientele
