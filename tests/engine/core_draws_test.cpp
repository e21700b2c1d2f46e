// SPDX-License-Identifier: MIT
// Bits of the core that are read twice: each question has the luck that it should have, whatever that of the
// others, to the error of a million draws with a fixed seed.
#include "sim/engine/phases/core_draws.hpp"

#include <array>
#include <cmath>
#include <memory>

#include "sim/engine/lanes/elementary.hpp"
#include "sim/random/address.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using Lane = one_lane::Lanes<float>;
constexpr int draws = 1 << 20;

/// What one person draws at an occasion, each a number of mean 0 and variance 1.
enum Luck { need, choice, spend, service, product, fails, adds, adds_another, hears, departs, lucks };
using Draw = std::array<double, lucks>;

double uniform_of(double u) { return (u - 0.5) * std::sqrt(12.0); }
double event_of(bool happens, double chance) { return (happens - chance) / std::sqrt(chance * (1 - chance)); }

Draw draw(Scratch& s, std::uint32_t person) {
  const auto words = words_at(7, {person, at_period(Purpose::core, 3), at_item(0, 0), 0});
  for (int w = 0; w < 4; ++w) s.word[w][0] = words[static_cast<std::size_t>(w)];
  const auto noise = [](std::uint32_t word) { return lanes::normal_noise<Lane>(word).value; };
  const auto adds_on = [&](std::uint32_t slot) {
    return bits_of_add_on<Lane>(words[0] + words[1] + words[2] + words[3], slot).value < 8;
  };
  const double leaves = ((words[0] & 255) << 16 | (words[1] & 255) << 8 | (words[2] & 255)) * 0x1p-24;
  return {uniform_of(lanes::uniform<Lane>(words[0]).value),
          uniform_of(lanes::uniform<Lane>(words[1]).value),
          noise(words[2]),
          noise(words[3]),
          noise(word_of_product<Lane>(s, 0).bits),
          event_of(bits_of_failure<Lane>(words[0], words[1]).value < 16, 1.0 / 16),
          event_of(adds_on(brand_slot("insurance")), 1.0 / 32),
          event_of(adds_on(brand_slot("parking")), 1.0 / 32),
          event_of((words[3] & 255) < 8, 1.0 / 32),
          event_of(leaves < 0.0625, 0.0625)};
}

}  // namespace

TEST_CASE("what is read from the same words of the core is as good as drawn apart") {
  const auto scratch = std::make_unique<Scratch>();
  Draw mean{}, square{};
  std::array<Draw, lucks> together{};
  for (std::uint32_t person = 0; person < draws; ++person) {
    const Draw x = draw(*scratch, person);
    for (std::size_t a = 0; a < lucks; ++a) {
      mean[a] += x[a] / draws, square[a] += x[a] * x[a] / draws;
      for (std::size_t b = 0; b < a; ++b) together[a][b] += x[a] * x[b] / draws;
    }
  }
  const double error = 1 / std::sqrt(1.0 * draws);
  for (std::size_t a = 0; a < lucks; ++a) {
    INFO("luck " << a);
    CHECK(std::abs(mean[a]) < 4 * error);
    CHECK(std::abs(square[a] - 1) < 25 * error);  // a rare event's square has kurtosis 30
    for (std::size_t b = 0; b < a; ++b) {
      INFO("beside " << b);
      CHECK(std::abs(together[a][b]) < 4 * error);
    }
  }
}

TEST_CASE("the product of a purchase takes all values that 24 bits allow, and failure all of eight") {
  const auto s = std::make_unique<Scratch>();
  s->word[1][0] = 0x0000ab00u, s->word[2][0] = 0x0000cd00u, s->word[3][0] = 0x0000ef00u;
  CHECK(word_of_product<Lane>(*s, 0).bits == 0xcdefab00u);
  CHECK(bits_of_failure<Lane>(0xfffff0ffu, 0xfffff0ffu).value == 0);
  CHECK(bits_of_failure<Lane>(0x00000f00u, 0x00000f00u).value == 255);
  CHECK(bits_of_failure<Lane>(0x00000300u, 0x00000500u).value == 53);
}

TEST_CASE("what eight bits leave open happens exactly with its chance") {
  const auto both = [](float bits, float u, float chance) {
    const bool does = happens<Lane>(bits, u, chance).yes;
    if (does) CHECK(may_happen<Lane>(bits, chance).yes);
    return does;
  };
  const float last = 1 - 0x1p-24f;  // the largest uniform
  CHECK(both(255, last, 1));
  CHECK_FALSE(both(0, 0, 0));
  // 3 of 256 parts, and half of the next one.
  const float chance = 3.5f / 256;
  CHECK(both(2, last, chance));
  CHECK(both(3, 0.5f - 0x1p-24f, chance));
  CHECK_FALSE(both(3, 0.5f, chance));
  CHECK_FALSE(both(4, 0, chance));
}
