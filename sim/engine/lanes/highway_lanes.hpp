// SPDX-License-Identifier: MIT
#pragma once

#ifndef HWY_COMPILE_ONLY_STATIC
#define HWY_COMPILE_ONLY_STATIC
#endif
#include <hwy/highway.h>

#include <cstdint>
#include <type_traits>

#include "sim/engine/lanes/elementary.hpp"
#include "sim/engine/lanes/highway_counting.hpp"

/// Wide lanes over Highway, for the target this translation unit is compiled for. Everything stands in a
/// namespace named after the target, so that no function compiled for one machine can end up serving another.
HWY_BEFORE_NAMESPACE();
namespace clientele::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <std::size_t W>
struct MaskOf {
  using D = hn::FixedTag<float, W>;
  hn::Mask<D> m;
  friend HWY_INLINE MaskOf operator&(MaskOf a, MaskOf b) { return {hn::And(a.m, b.m)}; }
  friend HWY_INLINE MaskOf operator|(MaskOf a, MaskOf b) { return {hn::Or(a.m, b.m)}; }
  friend HWY_INLINE MaskOf operator~(MaskOf a) { return {hn::Not(a.m)}; }
  friend HWY_INLINE bool any(MaskOf a) { return !hn::AllFalse(D(), a.m); }
};

template <std::size_t W>
struct WordOf {
  using D = hn::FixedTag<std::uint32_t, W>;
  hn::Vec<D> v;
  WordOf() = default;
  HWY_INLINE WordOf(hn::Vec<D> x) : v(x) {}
  HWY_INLINE WordOf(std::uint32_t x) : v(hn::Set(D(), x)) {}
  friend HWY_INLINE WordOf operator+(WordOf a, WordOf b) { return hn::Add(a.v, b.v); }
  friend HWY_INLINE WordOf operator-(WordOf a, WordOf b) { return hn::Sub(a.v, b.v); }
  friend HWY_INLINE WordOf operator&(WordOf a, WordOf b) { return hn::And(a.v, b.v); }
  friend HWY_INLINE WordOf operator|(WordOf a, WordOf b) { return hn::Or(a.v, b.v); }
  template <int by>
  friend HWY_INLINE WordOf up(WordOf a) {
    return hn::ShiftLeft<by>(a.v);
  }
  template <int by>
  friend HWY_INLINE WordOf down(WordOf a) {
    return hn::ShiftRight<by>(a.v);
  }
};

template <std::size_t W>
struct RealOf {
  using D = hn::FixedTag<float, W>;
  using M = MaskOf<W>;
  hn::Vec<D> v;
  RealOf() = default;
  HWY_INLINE RealOf(hn::Vec<D> x) : v(x) {}
  template <class U>
  requires std::is_arithmetic_v<U> HWY_INLINE RealOf(U x) : v(hn::Set(D(), static_cast<float>(x))) {}
  friend HWY_INLINE RealOf operator+(RealOf a, RealOf b) { return hn::Add(a.v, b.v); }
  friend HWY_INLINE RealOf operator-(RealOf a, RealOf b) { return hn::Sub(a.v, b.v); }
  friend HWY_INLINE RealOf operator*(RealOf a, RealOf b) { return hn::Mul(a.v, b.v); }
  friend HWY_INLINE RealOf operator/(RealOf a, RealOf b) { return hn::Div(a.v, b.v); }
  friend HWY_INLINE M operator<(RealOf a, RealOf b) { return {hn::Lt(a.v, b.v)}; }
  friend HWY_INLINE M operator>(RealOf a, RealOf b) { return {hn::Gt(a.v, b.v)}; }
  friend HWY_INLINE M operator>=(RealOf a, RealOf b) { return {hn::Ge(a.v, b.v)}; }
  friend HWY_INLINE M operator==(RealOf a, RealOf b) { return {hn::Eq(a.v, b.v)}; }
  friend HWY_INLINE RealOf fma(RealOf a, RealOf b, RealOf c) { return hn::MulAdd(a.v, b.v, c.v); }
  friend HWY_INLINE RealOf sqrt(RealOf a) { return hn::Sqrt(a.v); }
  friend HWY_INLINE RealOf min(RealOf a, RealOf b) { return hn::Min(a.v, b.v); }
  friend HWY_INLINE RealOf max(RealOf a, RealOf b) { return hn::Max(a.v, b.v); }
  friend HWY_INLINE RealOf select(M m, RealOf yes, RealOf no) { return hn::IfThenElse(m.m, yes.v, no.v); }
};

template <std::size_t W>
HWY_INLINE WordOf<W> bits_of(RealOf<W> x) {
  return hn::BitCast(typename WordOf<W>::D(), x.v);
}
template <std::size_t W>
HWY_INLINE RealOf<W> real_of_bits(WordOf<W> w) {
  return hn::BitCast(typename RealOf<W>::D(), w.v);
}

template <std::size_t W>
HWY_INLINE RealOf<W> exp2(RealOf<W> x) {
  return lanes::exp2_of(x);
}

/// For each set of up to 8 lanes their numbers, in order, and the rank of each lane among them. Highway has
/// such a table too, but g++ copies it to the stack at each use.
struct ClosedRanks {
  alignas(8) std::uint8_t of[256][8], rank[256][8];
  constexpr ClosedRanks() : of{}, rank{} {
    for (int set = 0; set < 256; ++set)
      for (int lane = 0, ranks = 0; lane < 8; ++lane) {
        rank[set][lane] = static_cast<std::uint8_t>(ranks < 8 ? ranks : 7);
        if (set >> lane & 1) of[set][ranks++] = static_cast<std::uint8_t>(lane);
      }
  }
};
inline constexpr ClosedRanks closed_ranks;

template <std::size_t W>
struct Lanes : Counting<W> {
  using Real = RealOf<W>;
  using Word = WordOf<W>;
  using Mask = MaskOf<W>;
  using D = hn::FixedTag<float, W>;
  using DI = hn::FixedTag<std::int32_t, W>;
  using DU = hn::FixedTag<std::uint32_t, W>;
  using D64 = hn::FixedTag<std::uint64_t, W / 2>;
  /// 32-bit words ready to be multiplied to 64 bits: those of the even persons and those of the odd ones.
  struct Wide {
    hn::Vec<D64> even, odd;
  };
  static constexpr int width = static_cast<int>(W), side_by_side = 2;

  static HWY_INLINE Real load(const float* from) { return hn::LoadU(D(), from); }
  static HWY_INLINE void store(Real x, float* to) { hn::StoreU(x.v, D(), to); }
  static HWY_INLINE Word load(const std::uint32_t* from) { return hn::LoadU(DU(), from); }
  static HWY_INLINE void store(Word x, std::uint32_t* to) { hn::StoreU(x.v, DU(), to); }
  static HWY_INLINE Word count_up() { return hn::Iota(DU(), 0); }
  static HWY_INLINE Real gather(const float* table, Word at) {
    return hn::GatherIndex(D(), table, hn::BitCast(DI(), at.v));
  }
  static HWY_INLINE Word gather(const std::uint32_t* table, Word at) {
    return hn::GatherIndex(DU(), table, hn::BitCast(DI(), at.v));
  }

  using Place = Word;
  static HWY_INLINE Place place(Real which, int n) {
    const auto one_of_them = hn::Lt(which.v, hn::Set(D(), static_cast<float>(n)));
    return whole(hn::IfThenElseZero(one_of_them, hn::Max(which.v, hn::Zero(D()))));
  }
  static HWY_INLINE Real entry(const float* row, int n, Place at) {
    if (n > width) return gather(row, at);
    return hn::TableLookupLanes(hn::MaskedLoad(hn::FirstN(D(), static_cast<std::size_t>(n)), D(), row),
                                hn::IndicesFromVec(D(), hn::BitCast(DI(), at.v)));
  }

  static HWY_INLINE Real entry_of_lane(const float* table, Word at) {
#if HWY_TARGET <= HWY_AVX3
    if constexpr (W == 16)  // minds the lowest four bits alone
      return hn::Vec<D>{_mm512_permutexvar_ps(hn::BitCast(DI(), at.v).raw, hn::Load(D(), table).raw)};
#endif
    return hn::TableLookupLanes(hn::Load(D(), table), hn::IndicesFromVec(D(), (at & Word(W - 1)).v));
  }
  static HWY_INLINE Real entry_of_32(const float* table, Word at) {
#if HWY_TARGET <= HWY_AVX3
    if constexpr (W == 16)  // minds the lowest five bits alone
      return hn::Vec<D>{_mm512_permutex2var_ps(hn::Load(D(), table).raw, hn::BitCast(DI(), at.v).raw,
                                               hn::Load(D(), table + 16).raw)};
#endif
    return gather(table, at & Word(31u));
  }

  static HWY_INLINE Real real(Word x) { return hn::ConvertTo(D(), hn::BitCast(DI(), x.v)); }
  static HWY_INLINE Word rounded(Real x) { return hn::BitCast(DU(), nearest<W>(x.v)); }
  static HWY_INLINE void store_rounded(Real x, std::int32_t* to) { hn::StoreU(nearest<W>(x.v), DI(), to); }
  static HWY_INLINE Word whole(Real x) { return hn::BitCast(DU(), truncated<W>(x.v)); }
  static HWY_INLINE Word selected(Mask m, Word x) {
    return hn::IfThenElseZero(hn::RebindMask(DU(), m.m), x.v);
  }
  static HWY_INLINE Real selected(Mask m, Real x) { return hn::IfThenElseZero(m.m, x.v); }
  static HWY_INLINE Word bit(Word which) { return hn::Set(DU(), 1u) << which.v; }
  static HWY_INLINE Word load(const std::int32_t* from) { return hn::BitCast(DU(), hn::LoadU(DI(), from)); }
  static HWY_INLINE void store(Word x, std::int32_t* to) { hn::StoreU(hn::BitCast(DI(), x.v), DI(), to); }
  static HWY_INLINE Mask is_zero(Word x) { return {hn::RebindMask(D(), hn::Eq(x.v, hn::Zero(DU())))}; }
  static HWY_INLINE void add_to(std::int64_t* sums, Word x) {
    using D64 = hn::FixedTag<std::int64_t, W / 2>;
    const auto whole = hn::BitCast(DI(), x.v);
    const auto low = hn::PromoteTo(D64(), hn::LowerHalf(whole));
    const auto high = hn::PromoteTo(D64(), hn::UpperHalf(hn::Half<DI>(), whole));
    hn::StoreU(hn::Add(hn::LoadU(D64(), sums), low), D64(), sums);
    hn::StoreU(hn::Add(hn::LoadU(D64(), sums + W / 2), high), D64(), sums + W / 2);
  }
  static HWY_INLINE Word times(Word x, std::uint32_t y) { return hn::Mul(x.v, hn::Set(DU(), y)); }
  static HWY_INLINE int count(Mask m) { return static_cast<int>(hn::CountTrue(D(), m.m)); }

  /// What a table of lanes by set says of the selected ones.
  template <class T = std::uint32_t>
  static HWY_INLINE auto lanes_of(const std::uint8_t (&by_set)[256][8], Mask m) {
    std::uint8_t selected[8];
    hn::StoreMaskBits(D(), m.m, selected);
    const auto order = hn::PromoteTo(DU(), hn::LoadU(hn::FixedTag<std::uint8_t, W>(), by_set[selected[0]]));
    return hn::IndicesFromVec(hn::FixedTag<T, W>(), order);
  }

  /// Stores the selected lanes next to each other; returns how many. Writes a whole vector: what follows them
  /// is for the next call to overwrite. (A store of just those is slow on machines that emulate it.)
  static HWY_INLINE int compress(Real x, Mask m, float* to) {
    return compress(hn::BitCast(DU(), x.v), m, reinterpret_cast<std::uint32_t*>(to));
  }
  static HWY_INLINE int compress(Word x, Mask m, std::uint32_t* to) {
    if constexpr (W <= 8) {
      hn::StoreU(hn::TableLookupLanes(x.v, lanes_of(closed_ranks.of, m)), DU(), to);
    } else {
      hn::StoreU(hn::Compress(x.v, hn::RebindMask(DU(), m.m)), DU(), to);
    }
    return count(m);
  }

  /// The same for numbers of 64 bits.
  static HWY_INLINE void compress(const std::int64_t* from, Mask m, std::int64_t* to) {
    using D64 = hn::FixedTag<std::int64_t, W / 2>;
#if HWY_TARGET <= HWY_AVX3
    if constexpr (W == 16) {  // Highway looks up how, in a table that g++ copies to the stack at each use
      const auto low = static_cast<__mmask8>(m.m.raw), high = static_cast<__mmask8>(m.m.raw >> 8);
      const auto first = hn::LoadU(D64(), from), second = hn::LoadU(D64(), from + W / 2);
      hn::StoreU(hn::Vec<D64>{_mm512_maskz_compress_epi64(low, first.raw)}, D64(), to);
      hn::StoreU(hn::Vec<D64>{_mm512_maskz_compress_epi64(high, second.raw)}, D64(),
                 to + __builtin_popcount(low));
      return;
    }
#endif
    const auto wide = [](auto half) {
      return hn::MaskFromVec(hn::PromoteTo(D64(), hn::VecFromMask(hn::Half<DI>(), half)));
    };
    const auto all = hn::VecFromMask(DI(), hn::RebindMask(DI(), m.m));
    const auto low = wide(hn::MaskFromVec(hn::LowerHalf(all)));
    const auto high = wide(hn::MaskFromVec(hn::UpperHalf(hn::Half<DI>(), all)));
    const auto first = hn::LoadU(D64(), from), second = hn::LoadU(D64(), from + W / 2);
    hn::StoreU(hn::Compress(first, low), D64(), to);
    hn::StoreU(hn::Compress(second, high), D64(), to + hn::CountTrue(D64(), low));
  }

  static HWY_INLINE Wide wide_even(Word x) {
    const auto pairs = hn::BitCast(D64(), x.v);
    return {pairs, hn::ShiftRight<32>(pairs)};
  }
  static HWY_INLINE Wide wide(std::uint64_t x) { return {hn::Set(D64(), x), hn::Set(D64(), x)}; }
  static HWY_INLINE hn::Vec<D64> product(hn::Vec<D64> a, std::uint32_t m) {
    return hn::MulEven(hn::BitCast(DU(), a), hn::BitCast(DU(), hn::Set(D64(), m)));
  }
  static HWY_INLINE Wide product(Wide a, std::uint32_t m) { return {product(a.even, m), product(a.odd, m)}; }
  /// The upper half in the lower one's place. A shuffle, not a shift: shifts compete with the multiplications
  /// for a port.
  static HWY_INLINE hn::Vec<D64> upper(hn::Vec<D64> a) {
    return hn::BitCast(D64(), hn::Shuffle2301(hn::BitCast(DU(), a)));
  }
  static HWY_INLINE Wide upper(Wide a) { return {upper(a.even), upper(a.odd)}; }
  static HWY_INLINE Wide differing(Wide a, Wide b) {
    return {hn::Xor(a.even, b.even), hn::Xor(a.odd, b.odd)};
  }
  static HWY_INLINE Word narrow(Wide a) {
    return hn::OddEven(hn::BitCast(DU(), upper(a.odd)), hn::BitCast(DU(), a.even));
  }
};

template <std::size_t W>
HWY_INLINE RealOf<W> log2(RealOf<W> x) {
  return lanes::log2_of<Lanes<W>>(x);
}

}  // namespace clientele::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
