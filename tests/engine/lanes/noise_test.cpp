// SPDX-License-Identifier: MIT
#include "sim/engine/lanes/noise.hpp"

#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "tests/support/catch.hpp"

using namespace clientele;

// Wide lanes equal this one lane to the last bit, which tests/engine/promise_test.cpp checks of all results.
namespace {

using Lane = one_lane::Lanes<float>;
using Exact = one_lane::Lanes<double>;

constexpr std::uint32_t parts = 1u << 23;  ///< as many v there are
constexpr std::uint32_t minus = 0x80000000u;

float noise(std::uint32_t word) { return lanes::normal_noise<Lane>(Lane::Word(word)).value; }
float noise_of_part(std::uint32_t part) { return noise(part << 8); }

}  // namespace

TEST_CASE("normal noise is the normal quantile of Boost.Math to 3e-4") {
  const boost::math::normal normal;
  double worst = 0;
  const auto compare = [&](std::uint32_t part) {
    const double v = (part + 0.5) / parts, exact = -boost::math::quantile(normal, v / 2);
    worst = std::max(worst, std::abs(noise_of_part(part) - exact));
  };
  for (std::uint32_t part = 0; part < parts; part += 211) compare(part);
  for (std::uint32_t part = 0; part < 4096; ++part) compare(part), compare(parts - 1 - part);
  CAPTURE(worst);
  CHECK(worst < 3e-4);
  CHECK(worst > 1e-4);  // it is a cubic
}

TEST_CASE("the upper bit of normal noise is its sign, and the lowest eight are not read") {
  int unlike = 0;
  for (std::uint32_t word = 0; word < minus; word += 65'599) {
    unlike += std::abs(noise(word | minus) + noise(word)) > 2e-6f;
    unlike += noise(word | 255u) != noise(word & ~255u);
  }
  CHECK(unlike == 0);
  CHECK(noise(100u << 8) > 4);
  CHECK(noise(100u << 8 | minus) < -4);
}

TEST_CASE("normal noise falls with v, from one octave to the next, too") {
  int rises = 0;
  for (std::uint32_t part = 0; part + 1 < parts; ++part)
    rises += noise_of_part(part + 1) > noise_of_part(part) + 1e-5f;
  CHECK(rises == 0);
  CHECK(noise_of_part(0) == Approx(5.42).epsilon(1e-3));
  CHECK(std::abs(noise_of_part(parts - 1)) < 1e-5);
}

TEST_CASE("normal noise has the variance and the tails of the normal distribution") {
  double squares = 0, fourths = 0;
  for (std::uint32_t part = 0; part < parts; ++part) {
    const double z = noise_of_part(part);
    squares += z * z, fourths += z * z * z * z;
  }
  CHECK(squares / parts == Approx(1).margin(5e-5));
  CHECK(fourths / parts == Approx(3).margin(3e-4));
}

TEST_CASE("normal noise in double precision is the same number, better") {
  double worst = 0;
  for (std::uint32_t word = 0; word < 0xff000000u; word += 1'000'003)
    worst = std::max(worst, std::abs(lanes::normal_noise<Exact>(Lane::Word(word)).value - noise(word)));
  CHECK(worst < 3e-4);
}
