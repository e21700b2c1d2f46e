// SPDX-License-Identifier: MIT
#include "sim/engine/lanes/elementary.hpp"

#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>

#include "sim/random/address.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

// Wide lanes equal this one lane to the last bit, which tests/engine/kernels_test.cpp checks; so what holds
// here holds for them.
namespace {

using Lane = one_lane::Lanes<float>;
using Real = one_lane::RealOf<float>;

float exp2_at(float x) { return lanes::exp2_of(Real(x)).value; }
float log2_at(float x) { return lanes::log2_of<Lane>(Real(x)).value; }
float quantile_at(float u) { return lanes::normal_quantile<Lane>(Real(u)).value; }
float uniform_at(std::uint32_t part) { return lanes::open_uniform<Lane>(Lane::Word(part << 9)).value; }

constexpr std::uint32_t parts = 1u << 23;  ///< open uniforms that there are

}  // namespace

TEST_CASE("powers of two are within 2e-7 of the library's") {
  double worst = 0;
  for (int i = -125999; i <= 125999; ++i) {
    const float x = static_cast<float>(i) * 0.001f;
    worst = std::max(worst, std::abs(exp2_at(x) / std::exp2(static_cast<double>(x)) - 1));
  }
  CAPTURE(worst);
  CHECK(worst < 2e-7);
}

TEST_CASE("whole powers of two are exact") {
  int wrong = 0;
  for (int n = -126; n <= 126; ++n) wrong += exp2_at(static_cast<float>(n)) != std::ldexp(1.0f, n);
  CHECK(wrong == 0);
}

TEST_CASE("powers of two beyond the range stay at its ends") {
  CHECK(exp2_at(-1e6f) == 0x1p-126f);
  CHECK(exp2_at(-std::numeric_limits<float>::infinity()) == 0x1p-126f);
  CHECK(exp2_at(1e6f) == 0x1p126f);
}

TEST_CASE("logarithms are within 1e-7 near one, relatively elsewhere") {
  double near_one = 0, elsewhere = 0;
  for (int exponent = -126; exponent <= 127; ++exponent)
    for (std::uint32_t mantissa = 0; mantissa < parts; mantissa += 9973) {
      const float x = std::ldexp(1 + static_cast<float>(mantissa) * 0x1p-23f, exponent);
      const double exact = std::log2(static_cast<double>(x)), error = std::abs(log2_at(x) - exact);
      (std::abs(exact) < 1 ? near_one : elsewhere) =
          std::max(std::abs(exact) < 1 ? near_one : elsewhere, error / std::max(1.0, std::abs(exact)));
    }
  CAPTURE(near_one, elsewhere);
  CHECK(near_one < 1e-7);
  CHECK(elsewhere < 1e-7);
}

TEST_CASE("logarithms of whole powers of two are exact and undo them") {
  int wrong = 0;
  for (int n = -126; n <= 126; ++n) wrong += log2_at(std::ldexp(1.0f, n)) != static_cast<float>(n);
  CHECK(wrong == 0);
  CHECK(log2_at(1.0f) == 0);
}

TEST_CASE("normal quantiles are those of Boost.Math to a millionth") {
  const boost::math::normal normal;
  double worst = 0;
  const auto compare = [&](std::uint32_t part) {
    const float u = uniform_at(part);
    const double exact = boost::math::quantile(normal, static_cast<double>(u));
    worst = std::max(worst, std::abs(quantile_at(u) - exact) / std::abs(exact));
  };
  for (std::uint32_t part = 0; part < parts; part += 211) compare(part);
  for (std::uint32_t part = 0; part < 4096; ++part) {
    compare(part);
    compare(parts - 1 - part);
    compare(parts / 2 - 2048 + part);
  }
  CAPTURE(worst);
  CHECK(worst < 1e-6);
}

TEST_CASE("normal quantiles never fall as the uniform rises") {
  // One of 61 across the middle; every one in the tails, about 1.8 standard deviations away, where the
  // polynomials meet, and around nought.
  int falls = 0;
  const auto walk = [&](std::uint32_t from, std::uint32_t to, std::uint32_t step) {
    for (std::uint32_t part = from; part + step < to; part += step)
      falls += quantile_at(uniform_at(part + step)) < quantile_at(uniform_at(part));
  };
  walk(0, parts, 61);
  walk(0, 40000, 1);
  walk(parts - 40000, parts, 1);
  walk(parts / 2 - 20000, parts / 2 + 20000, 1);
  // The polynomials meet at 1 - x² = 2^-7: u = (1 - √(1 - 2^-7)) / 2 = .00195695, part 16,416.
  walk(8000, 25000, 1);
  CHECK(falls == 0);
}

TEST_CASE("normal quantiles are finite and mirror each other") {
  // Φ(5.2947) = 1 - 2^-24, the last open uniform.
  CHECK(quantile_at(uniform_at(parts - 1)) == Approx(5.2947).epsilon(1e-4));
  CHECK(quantile_at(uniform_at(0)) == -quantile_at(uniform_at(parts - 1)));
  int unlike = 0;
  for (std::uint32_t part = 0; part < parts / 2; part += 997)
    unlike += quantile_at(uniform_at(part)) != -quantile_at(uniform_at(parts - 1 - part));
  CHECK(unlike == 0);
}

TEST_CASE("open uniforms are the middles of equal parts and never nought or one") {
  CHECK(uniform_at(0) == 0x1p-24f);
  CHECK(uniform_at(parts - 1) == 1 - 0x1p-24f);
  CHECK(lanes::open_uniform<Lane>(Lane::Word(0xffffffffu)).value < 1);
  int back = 0;
  for (std::uint32_t part = 0; part + 1 < parts; part += 101)
    back += !(uniform_at(part) < uniform_at(part + 1));
  CHECK(back == 0);
}

TEST_CASE("uniforms are the upper 24 bits of a word, from nought to just below one") {
  CHECK(lanes::uniform<Lane>(Lane::Word(0u)).value == 0);
  CHECK(lanes::uniform<Lane>(Lane::Word(255u)).value == 0);
  CHECK(lanes::uniform<Lane>(Lane::Word(0x80000000u)).value == 0.5f);
  CHECK(lanes::uniform<Lane>(Lane::Word(0xffffffffu)).value == 1 - 0x1p-24f);
}

TEST_CASE("the kernel's random words are those of the library at the same address") {
  int different = 0;
  for (std::uint32_t person = 0; person < 1000; ++person) {
    const Address address{person * 7919, at_period(Purpose::purchase, person), at_item(person, 3),
                          person / 5};
    const std::uint64_t seed = 0x9e3779b97f4a7c15ull * person;
    Lane::Word words[4];
    lanes::philox<Lane>(Lane::Word(address.person), address.what, address.which, address.draw,
                        RoundKeys(seed), words);
    const auto expected = words_at(seed, address);
    for (int w = 0; w < 4; ++w) different += words[w].bits != expected[static_cast<std::size_t>(w)];
  }
  CHECK(different == 0);
}

TEST_CASE("in double precision powers and logarithms are the library's") {
  using Double = one_lane::RealOf<double>;
  CHECK(lanes::exp2_of(Double(1.3)).value == std::exp2(1.3));
  CHECK(lanes::log2_of<one_lane::Lanes<double>>(Double(1.3)).value == std::log2(1.3));
}
