// SPDX-License-Identifier: MIT
#pragma once

#ifndef HWY_COMPILE_ONLY_STATIC
#define HWY_COMPILE_ONLY_STATIC
#endif
#include <hwy/highway.h>

#include <cstdint>

#include "sim/engine/block.hpp"
#include "sim/engine/lanes/summand.hpp"

/// Counts and sums of whole numbers by code, such as the brand of each person, over the columns of a slice.
/// All exact, so that no order matters; one_lane.hpp says what each function does.
HWY_BEFORE_NAMESPACE();
namespace clientele::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// Reals to whole numbers, without a fraction or to the nearest. Highway's own conversions mind what is
/// beyond 2^31, at twice the price; nothing here is.
template <std::size_t W>
HWY_INLINE hn::Vec<hn::FixedTag<std::int32_t, W>> truncated(hn::Vec<hn::FixedTag<float, W>> x) {
  using Whole = hn::Vec<hn::FixedTag<std::int32_t, W>>;
  if constexpr (W == 4) return Whole{_mm_cvttps_epi32(x.raw)};
  if constexpr (W == 8) return Whole{_mm256_cvttps_epi32(x.raw)};
#if HWY_TARGET <= HWY_AVX3
  if constexpr (W == 16) return Whole{_mm512_cvttps_epi32(x.raw)};
#endif
}
template <std::size_t W>
HWY_INLINE hn::Vec<hn::FixedTag<std::int32_t, W>> nearest(hn::Vec<hn::FixedTag<float, W>> x) {
  using Whole = hn::Vec<hn::FixedTag<std::int32_t, W>>;
  if constexpr (W == 4) return Whole{_mm_cvtps_epi32(x.raw)};
  if constexpr (W == 8) return Whole{_mm256_cvtps_epi32(x.raw)};
#if HWY_TARGET <= HWY_AVX3
  if constexpr (W == 16) return Whole{_mm512_cvtps_epi32(x.raw)};
#endif
}

template <std::size_t W>
struct Counting {
  using D = hn::FixedTag<float, W>;
  using DI = hn::FixedTag<std::int32_t, W>;
  using DU = hn::FixedTag<std::uint32_t, W>;
  using D8 = hn::FixedTag<std::uint8_t, 4 * W>;
  using D64 = hn::FixedTag<std::int64_t, W / 2>;
  using U64 = hn::FixedTag<std::uint64_t, W / 2>;
  using Wide = hn::Vec<DI>;
  static constexpr int width = static_cast<int>(W);

  /// With more codes it is cheaper to go from person to person than from code to code.
  static constexpr int most_codes_to_count = 40, most_codes_to_add = 8;

  static void count_codes(const float* code, int n, int codes, std::int64_t* counts) {
    if (codes > most_codes_to_count) {
      for (int k = 0; k < n; ++k)
        if (code[k] >= 0) ++counts[static_cast<int>(code[k])];
      return;
    }
    alignas(64) std::uint8_t bytes[slice];
    const int filled = pack(code, n, bytes);
    for (int first = 0; first < codes; first += 4) {
      hn::Vec<D8> found[4] = {hn::Zero(D8()), hn::Zero(D8()), hn::Zero(D8()), hn::Zero(D8())};
      for (int at = 0; at < filled; at += 4 * width) {
        const auto here = hn::Load(D8(), bytes + at);
#pragma GCC unroll 4
        for (int c = 0; c < 4; ++c) {
          const auto is = hn::Eq(here, hn::Set(D8(), static_cast<std::uint8_t>(first + c + 1)));
          found[c] = with_one_more(found[c], is);
        }
      }
      auto all = hn::SumsOf8(found[0]);  // a slice has few enough people for four counts in 64 bits
      all = hn::Or(all, hn::ShiftLeft<16>(hn::SumsOf8(found[1])));
      all = hn::Or(all, hn::ShiftLeft<32>(hn::SumsOf8(found[2])));
      all = hn::Or(all, hn::ShiftLeft<48>(hn::SumsOf8(found[3])));
      const std::uint64_t four = hn::GetLane(hn::SumOfLanes(U64(), all));
      for (int c = 0; c < 4 && first + c < codes; ++c) counts[first + c] += four >> 16 * c & 0xffffu;
    }
  }

  template <int large = 32, std::size_t several>
  static void add_by_code(const float* code, int n, int codes, const Summand (&summands)[several]) {
    if (codes > most_codes_to_add) {
      for (int k = 0; k < n; ++k)
        for (std::size_t s = 0; code[k] >= 0 && s < several; ++s)
          summands[s].sums[static_cast<int>(code[k])] += summands[s].x[k];
      return;
    }
    for (int first = 0; first < codes; first += 4) {
      const int here = codes - first < 4 ? codes - first : 4;
      add_four<large, several>(code, n, first, here, summands);
    }
  }

 private:
  /// Adds by four codes from `first` on, of which `codes` are in use.
  template <int large, int several>
  static HWY_INLINE void add_four(const float* code, int n, int first, int codes,
                                  const Summand (&summands)[several]) {
    Wide sum[several][4], bits = hn::Zero(DI());
#pragma GCC unroll 4
    for (int s = 0; s < several; ++s)
#pragma GCC unroll 4
      for (int c = 0; c < 4; ++c) sum[s][c] = hn::Zero(DI());
    for (int k = 0; k < n; k += width) {
      const auto here = hn::LoadU(D(), code + k);
      hn::Mask<DI> is[4];
#pragma GCC unroll 4
      for (int c = 0; c < 4; ++c)
        is[c] = hn::RebindMask(DI(), hn::Eq(here, hn::Set(D(), static_cast<float>(first + c))));
#pragma GCC unroll 4
      for (int s = 0; s < several; ++s) {
        const auto x = hn::LoadU(DI(), summands[s].x + k);
        if (s < large) bits = hn::Or(bits, hn::Abs(x));
#pragma GCC unroll 4
        for (int c = 0; c < 4; ++c) sum[s][c] = plus_where(sum[s][c], is[c], x);
      }
    }
    const bool small = hn::AllTrue(DI(), hn::Lt(bits, hn::Set(DI(), (1 << 30) / (slice / width) * 2)));
#pragma GCC unroll 4
    for (int s = 0; s < several; ++s) {
      if (small)
        add_totals(sum[s], codes, summands[s].sums + first);
      else
        add_in_halves(code, n, first, codes, summands[s]);
    }
  }

  /// Codes as bytes, raised by one so that whatever is below 0 is 0, in an order of their own; returns how
  /// many bytes.
  static int pack(const float* code, int n, std::uint8_t* bytes) {
    const auto two = [&](int k) {  // a vector and the one after it, in 16 bits
      const auto none = hn::Set(D(), -1.0f);
      const auto a = k < n ? hn::Max(hn::LoadU(D(), code + k), none) : none;
      const auto b = k + width < n ? hn::Max(hn::LoadU(D(), code + k + width), none) : none;
      const auto both = hn::Add(hn::MulAdd(b, hn::Set(D(), 256.0f), a), hn::Set(D(), 257.0f));
      return hn::BitCast(DU(), nearest<W>(both));
    };
    int k = 0;
    for (; k < n; k += 4 * width)
      hn::Store(hn::BitCast(D8(), hn::Or(two(k), hn::ShiftLeft<16>(two(k + 2 * width)))), D8(), bytes + k);
    return k;
  }

  /// Adds one where a mask says so.
  static HWY_INLINE hn::Vec<D8> with_one_more(hn::Vec<D8> count, hn::Mask<D8> where) {
    if constexpr (W < 16) return hn::Sub(count, hn::VecFromMask(D8(), where));
    return hn::IfThenElse(where, hn::Add(count, hn::Set(D8(), 1)), count);
  }

  static HWY_INLINE Wide plus_where(Wide sum, hn::Mask<DI> where, Wide x) {
#if HWY_TARGET <= HWY_AVX3
    if constexpr (W == 16) return Wide{_mm512_mask_add_epi32(sum.raw, where.raw, sum.raw, x.raw)};
#endif
    return hn::Add(sum, hn::IfThenElseZero(where, x));
  }

  /// Adds x to the sum of its code, of four from `first` on.
  static HWY_INLINE void add_where(hn::Vec<D> code, int first, Wide x, Wide (&sum)[4]) {
#pragma GCC unroll 4
    for (int c = 0; c < 4; ++c)
      sum[c] = plus_where(sum[c],
                          hn::RebindMask(DI(), hn::Eq(code, hn::Set(D(), static_cast<float>(first + c)))), x);
  }

  /// Adds numbers that are too large for sums in 32 bits.
  static HWY_NOINLINE void add_in_halves(const float* code, int n, int first, int codes,
                                         const Summand& summand) {
    Wide low[4], high[4];
    for (int c = 0; c < 4; ++c) low[c] = high[c] = hn::Zero(DI());
    for (int k = 0; k < n; k += width) {
      const auto here = hn::LoadU(D(), code + k);
      const auto x = hn::LoadU(DI(), summand.x + k);
      add_where(here, first, hn::And(x, hn::Set(DI(), 0xffff)), low);
      add_where(here, first, hn::ShiftRight<16>(x), high);
    }
    std::int64_t blocks[4] = {};
    add_totals(low, codes, summand.sums + first);
    add_totals(high, codes, blocks);
    for (int c = 0; c < codes; ++c) summand.sums[first + c] += 65536 * blocks[c];
  }

  /// Adds up the lanes of each of four vectors.
  static HWY_INLINE void add_totals(const Wide (&v)[4], int codes, std::int64_t* sums) {
    alignas(16) std::int64_t total[4];
    for (int c = 0; c < 4; c += 2) {
      const auto a = in_64_bits(v[c]), b = in_64_bits(v[c + 1]);
      const auto pairs = hn::Add(hn::InterleaveLower(D64(), a, b), hn::InterleaveUpper(D64(), a, b));
      hn::StoreU(folded(D64(), pairs), hn::FixedTag<std::int64_t, 2>(), total + c);
    }
    for (int c = 0; c < codes; ++c) sums[c] += total[c];
  }
  static HWY_INLINE hn::Vec<D64> in_64_bits(Wide v) {
    return hn::Add(hn::PromoteTo(D64(), hn::LowerHalf(v)),
                   hn::PromoteTo(D64(), hn::UpperHalf(hn::Half<DI>(), v)));
  }
  /// Pairs of sums down to one pair.
  template <class Tag>
  static HWY_INLINE auto folded(Tag, hn::Vec<Tag> v) {
    if constexpr (hn::MaxLanes(Tag()) == 2) {
      return v;
    } else {
      const hn::Half<Tag> half;
      return folded(half, hn::Add(hn::LowerHalf(half, v), hn::UpperHalf(half, v)));
    }
  }
};

}  // namespace clientele::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
