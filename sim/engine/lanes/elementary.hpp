// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/block.hpp"
#include "sim/engine/lanes/one_lane.hpp"

/// Elementary functions over lanes, from additions, multiplications and bits alone, so that every width gives
/// the same bits. The polynomials were fitted for the least relative error on their interval; tests state
/// what they reach. `Lane` is one of the lane families.
namespace clientele::lanes {

/// 2^x for −126 ≤ x ≤ 126 (clamped outside), relative error below 2e-7.
///   x = n + r, |r| ≤ ½;  2^x = 2^n (1 + r q(r))
template <class Real>
inline Real exp2_of(Real x) {
  if constexpr (std::is_same_v<Real, one_lane::RealOf<double>>)
    return std::exp2(x.value);
  else {
    const Real round = 12582912.0f;  // 1.5 · 2^23: adding it leaves the nearest whole number in the low bits
    const Real inside = min(max(x, Real(-126.0f)), Real(126.0f));
    const Real shifted = inside + round;
    const Real r = inside - (shifted - round);
    Real q = fma(Real(1.5403510769829154e-4f), r, Real(1.3390735257416964e-3f));
    q = fma(q, r, Real(9.618237614631653e-3f));
    q = fma(q, r, Real(5.550357326865196e-2f));
    q = fma(q, r, Real(2.4022649228572845e-1f));
    q = fma(q, r, Real(6.931471824645996e-1f));
    const Real p = fma(q, r, Real(1.0f));
    return real_of_bits(bits_of(p) + up<23>(bits_of(shifted)));
  }
}

/// log2 x for normal x > 0, absolute error below 1e-7 near 1, relative elsewhere.
///   x = 2^e (1 + f), √½ ≤ 1 + f < √2;  log2 x = e + f q(f)
template <class Lane, class Real>
inline Real log2_of(Real x) {
  if constexpr (std::is_same_v<Real, one_lane::RealOf<double>>)
    return std::log2(x.value);
  else {
    const auto shifted = bits_of(x) + typename Lane::Word(0x3f800000u - 0x3f3504f3u);
    const Real exponent = Lane::real(down<23>(shifted)) - Real(127.0f);
    const Real f =
        real_of_bits((shifted & typename Lane::Word(0x7fffffu)) + typename Lane::Word(0x3f3504f3u)) -
        Real(1.0f);
    Real q = fma(Real(0.12583640217781067f), f, Real(-0.20726944506168365f));
    q = fma(q, f, Real(0.215715691447258f));
    q = fma(q, f, Real(-0.238944873213768f));
    q = fma(q, f, Real(0.28791624307632446f));
    q = fma(q, f, Real(-0.3607036769390106f));
    q = fma(q, f, Real(0.48091062903404236f));
    q = fma(q, f, Real(-0.7213473320007324f));
    q = fma(q, f, Real(1.4426950216293335f));
    return fma(q, f, exponent);
  }
}

/// Standard normal quantile of a uniform u strictly within (0, 1): monotone to rounding, relative error below
/// 1e-6. With x = 2u − 1 and w = −log2(1 − x²), z / x is a smooth function of w near 0 and of √w in the
/// tails. Idea: Giles (2010), "Approximating the erfinv function"; polynomials fitted here.
template <class Lane, class Real>
inline Real normal_quantile(Real u) {
  const Real x = fma(Real(2.0f), u, Real(-1.0f));
  const Real w = Real(0.0f) - log2_of<Lane>((Real(1.0f) - x) * (Real(1.0f) + x));
  const Real c = w - Real(3.5f);
  Real p = fma(Real(3.31519543e-8f), c, Real(-5.28712263e-7f));
  p = fma(p, c, Real(-5.79547034e-7f));
  p = fma(p, c, Real(7.14090966e-5f));
  p = fma(p, c, Real(-6.21348975e-4f));
  p = fma(p, c, Real(-2.64373057e-3f));
  p = fma(p, c, Real(2.42357524e-1f));
  p = fma(p, c, Real(2.09747552f));
  // Whoever has w > 7 is far out already by x. To ask x keeps a wrong guess of the processor from undoing the
  // long way to w of many people.
  if (any(x * x > Real(0.992f))) {
    const Real s = sqrt(max(w, Real(7.0f))) - Real(3.7259986236718787f);
    Real t = fma(Real(4.89755591e-4f), s, Real(-1.65399525e-3f));
    t = fma(t, s, Real(2.8801519e-3f));
    t = fma(t, s, Real(-4.56846021e-3f));
    t = fma(t, s, Real(7.25481034e-3f));
    t = fma(t, s, Real(1.18139226f));
    t = fma(t, s, Real(4.15119288f));
    p = select(w > Real(7.0f), t, p);
  }
  return p * x;
}

/// Uniform on [0, 1): the upper 24 bits of a word.
template <class Lane>
inline typename Lane::Real uniform(typename Lane::Word word) {
  return Lane::real(down<8>(word)) * typename Lane::Real(0x1p-24f);
}

/// Uniform strictly within (0, 1): the middle of one of 2^23 equal parts. (With 2^24 the last would round
/// to 1.)
template <class Lane>
inline typename Lane::Real open_uniform(typename Lane::Word word) {
  using Real = typename Lane::Real;
  return fma(Lane::real(down<9>(word)), Real(0x1p-23f), Real(0x1p-24f));
}

/// The random words at one address, whoever the person: Philox4x32-10. All lanes share the address, so what
/// the first two rounds make of it is worked out once and not lane by lane.
/// Source: Salmon, Moraes, Dror & Shaw (2011), "Parallel Random Numbers: As Easy as 1, 2, 3".
template <class Lane>
class Philox {
 public:
  using Word = typename Lane::Word;

  Philox(std::uint32_t what, std::uint32_t which, std::uint32_t draw, const RoundKeys& keys) : keys_(keys) {
    const std::uint64_t first = std::uint64_t{second_factor} * which;
    const std::uint64_t second =
        std::uint64_t{first_factor} * (static_cast<std::uint32_t>(first >> 32) ^ what ^ lower(keys.low[0]));
    after_first_ = Lane::wide(draw ^ keys.high[0]);
    after_second_[0] = Lane::wide(lower(first) ^ keys.low[1]);
    after_second_[1] = Lane::wide(second >> 32 ^ keys.high[1]);
    after_third_ = Lane::wide(lower(second) ^ keys.high[2]);
  }

  /// For several lanes of persons side by side: one alone is a long chain of steps in which a processor
  /// waits.
  template <int several>
  [[gnu::always_inline]] void words(const Word (&person)[several], Word (&words)[several][4]) const {
    using Wide = typename Lane::Wide;
    Wide c0[several], c1[several], c2[several], c3[several];
#pragma GCC unroll 4
    for (int s = 0; s < several; ++s) {
      const Wide p0 = Lane::product(Lane::wide_even(person[s]), first_factor);
      const Wide p1 = Lane::product(Lane::differing(Lane::upper(p0), after_first_), second_factor);
      c0[s] = Lane::differing(Lane::upper(p1), after_second_[0]), c1[s] = p1;
      c2[s] = Lane::differing(p0, after_second_[1]);
    }
#pragma GCC unroll 4
    for (int s = 0; s < several; ++s) {
      const Wide p0 = Lane::product(c0[s], first_factor), p1 = Lane::product(c2[s], second_factor);
      c0[s] = Lane::differing(Lane::differing(Lane::upper(p1), c1[s]), Lane::wide(keys_.low[2])), c1[s] = p1;
      c2[s] = Lane::differing(Lane::upper(p0), after_third_), c3[s] = p0;
    }
#pragma GCC unroll 10
    for (int round = 3; round < 10; ++round)
#pragma GCC unroll 4
      for (int s = 0; s < several; ++s) {
        const Wide p0 = Lane::product(c0[s], first_factor), p1 = Lane::product(c2[s], second_factor);
        c0[s] = Lane::differing(Lane::differing(Lane::upper(p1), c1[s]), Lane::wide(keys_.low[round]));
        c2[s] = Lane::differing(Lane::differing(Lane::upper(p0), c3[s]), Lane::wide(keys_.high[round]));
        c1[s] = p1, c3[s] = p0;
      }
#pragma GCC unroll 4
    for (int s = 0; s < several; ++s) {
      words[s][0] = Lane::narrow(c0[s]);
      words[s][1] = Lane::narrow(c1[s]);
      words[s][2] = Lane::narrow(c2[s]);
      words[s][3] = Lane::narrow(c3[s]);
    }
  }

 private:
  static constexpr std::uint32_t first_factor = 0xD2511F53u, second_factor = 0xCD9E8D57u;
  static std::uint32_t lower(std::uint64_t x) { return static_cast<std::uint32_t>(x); }

  const RoundKeys& keys_;
  typename Lane::Wide after_first_, after_second_[2], after_third_;
};

/// The four words at an address for the persons of a lane.
template <class Lane>
inline void philox(typename Lane::Word person, std::uint32_t what, std::uint32_t which, std::uint32_t draw,
                   const RoundKeys& keys, typename Lane::Word (&words)[4]) {
  typename Lane::Word them[1] = {person}, found[1][4];
  Philox<Lane>(what, which, draw, keys).words(them, found);
  for (int w = 0; w < 4; ++w) words[w] = found[0][w];
}

}  // namespace clientele::lanes

namespace clientele::one_lane {
template <class T>
inline RealOf<T> exp2(RealOf<T> x) {
  return lanes::exp2_of(x);
}
template <class T>
inline RealOf<T> log2(RealOf<T> x) {
  return lanes::log2_of<Lanes<T>>(x);
}
}  // namespace clientele::one_lane
