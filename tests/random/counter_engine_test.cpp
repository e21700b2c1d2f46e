// SPDX-License-Identifier: MIT
#include "sim/random/counter_engine.hpp"

#include <random>
#include <set>

#include "sim/base/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

static_assert(std::uniform_random_bit_generator<CounterEngine>);

namespace {
constexpr std::uint64_t seed = 42;
}

TEST_CASE("the engine gives the four words of each item in turn") {
  CounterEngine engine(seed, {.person = 7, .what = 3, .which = at_item(5, 0), .draw = 2});
  for (std::uint32_t item = 0; item < 3; ++item)
    for (const std::uint32_t word : words_at(seed, {7, 3, at_item(5, item), 2})) CHECK(engine() == word);
}

TEST_CASE("the same address gives the same numbers again") {
  CounterEngine one(seed, {.person = 7}), again(seed, {.person = 7});
  for (int i = 0; i < 100; ++i) REQUIRE(one() == again());
}

TEST_CASE("nobody's numbers are those of a neighbour") {
  // 64 persons with all their 4,096 items, and 64 replications of one person: by chance two blocks of 128
  // bits are equal once in 2^90. A generator that counts up the person fails at once.
  std::set<std::array<std::uint32_t, 4>> blocks;
  const auto collect = [&](const Address& start) {
    CounterEngine engine(seed, start);
    for (std::uint32_t item = 0; item < most_items; ++item) {
      std::array<std::uint32_t, 4> block{};
      for (auto& word : block) word = engine();
      blocks.insert(block);
    }
  };
  for (std::uint32_t person = 0; person < 32; ++person) collect({.person = person});
  for (std::uint32_t replication = 1; replication <= 32; ++replication)
    collect({.person = 0, .which = at_item(replication, 0)});
  CHECK(blocks.size() == 64u * most_items);
}

TEST_CASE("the engine ends with a contract rather than run into what is not its own") {
  CounterEngine engine(seed, {.person = 7});
  for (std::uint32_t i = 0; i < 4 * most_items; ++i) engine();
  CHECK_THROWS_AS(engine(), BrokenContract);
}

TEST_CASE("the engine drives a distribution of the standard library") {
  // Mean of 4,000 uniforms: standard error .2887 / √4000 = .0046; four of them are passed once in 16,000
  // seeds.
  CounterEngine engine(seed, {.person = 1});
  std::uniform_real_distribution<double> uniform;
  double mean = 0;
  for (int i = 0; i < 4000; ++i) mean += uniform(engine) / 4000;
  CHECK(mean == Approx(0.5).margin(4 * 0.0046));
}
