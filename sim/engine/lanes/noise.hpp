// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/lanes/elementary.hpp"

namespace clientele::lanes {

/// Coefficients of normal_noise by the octave of v, that is by the lowest five bits of its exponent:
/// constant, linear, quadratic and cubic. Fitted for the least error with both ends of each octave exact.
alignas(64) constexpr float noise_by_octave[4][32] = {
    {0,        0,        0,        0,        0,        0,        0,        5.68561f,
     5.56612f, 5.44417f, 5.31961f, 5.19226f, 5.06194f, 4.92843f, 4.7915f,  4.65087f,
     4.50624f, 4.35726f, 4.20353f, 4.04459f, 3.8799f,  3.70882f, 3.53058f, 3.34429f,
     3.14884f, 2.94286f, 2.72466f, 2.49214f, 2.24262f, 1.97296f, 1.68819f, 0},
    {0,          0,          0,          0,          0,          0,          0,          -0.37385f,
     -0.381893f, -0.390468f, -0.399634f, -0.409463f, -0.420036f, -0.431452f, -0.443827f, -0.4573f,
     -0.472042f, -0.48826f,  -0.506213f, -0.526227f, -0.548719f, -0.57423f,  -0.603482f, -0.637451f,
     -0.677503f, -0.725602f, -0.784683f, -0.85931f,  -0.956966f, -1.0911f,   -1.30901f,  0},
    {0,         0,         0,         0,         0,         0,         0,         0.127245f,
     0.12989f,  0.132704f, 0.135704f, 0.138912f, 0.142351f, 0.146052f, 0.150047f, 0.154378f,
     0.159092f, 0.164247f, 0.169916f, 0.176184f, 0.183162f, 0.190986f, 0.19983f,  0.209917f,
     0.221535f, 0.235054f, 0.25093f,  0.269658f, 0.291525f, 0.316033f, 0.358157f, 0},
    {0,           0,           0,           0,           0,           0,           0,           -0.0190234f,
     -0.0194149f, -0.019831f,  -0.0202743f, -0.0207479f, -0.0212554f, -0.0218009f, -0.0223892f, -0.0230261f,
     -0.0237186f, -0.0244749f, -0.0253051f, -0.0262216f, -0.0272397f, -0.0283787f, -0.029663f,  -0.0311238f,
     -0.0328016f, -0.0347492f, -0.0370357f, -0.0397536f, -0.0430543f, -0.0475519f, -0.0628499f, 0},
};

/// Standard normal number of an event, from the upper 24 bits of a word: one for the sign, 23 for how far
/// out,
///   z = ±Φ⁻¹(1 − v / 2),  v = (those bits + ½) / 2^23
/// by a cubic in the mantissa of v for each octave. Within 3e-4 of the exact number; falls with v and is
/// continuous, both to 1e-5; the mean is 0 by symmetry and the variance 1 to 5e-5. It costs half of
/// normal_quantile, with which traits are drawn and which grows with the word; of the noise of events only
/// that it is the same function in every scenario matters. With numbers in double precision it is the exact
/// number.
template <class Lane>
inline typename Lane::Real normal_noise(typename Lane::Word word) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const Word sign = word & Word(0x80000000u), far = down<8>(word) & Word(0x7fffffu), one(0x3f800000u);
  if constexpr (std::is_same_v<Real, one_lane::RealOf<double>>) {
    const Real z = normal_quantile<Lane>(fma(Lane::real(far), Real(0x1p-24), Real(0x1p-25)));
    return sign.bits ? z : Real(0.0) - z;
  } else {
    const Word v = bits_of(real_of_bits(far | one) - Real(1 - 0x1p-24f)), octave = down<23>(v);
    const Real m = real_of_bits((v & Word(0x7fffffu)) | one);
    Real z =
        fma(Lane::entry_of_32(noise_by_octave[3], octave), m, Lane::entry_of_32(noise_by_octave[2], octave));
    z = fma(z, m, Lane::entry_of_32(noise_by_octave[1], octave));
    z = fma(z, m, Lane::entry_of_32(noise_by_octave[0], octave));
    return real_of_bits(bits_of(z) | sign);
  }
}

}  // namespace clientele::lanes
