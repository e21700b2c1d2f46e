// SPDX-License-Identifier: MIT
#include "sim/random/address.hpp"

#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <set>
#include <vector>

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using Words = std::array<std::uint32_t, 4>;

double chi_square(const std::vector<int>& counts, double expected) {
  double sum = 0;
  for (const int count : counts) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

/// The value of chi-square that chance passes once in a thousand.
double limit(std::size_t cells) {
  return boost::math::quantile(boost::math::chi_squared(static_cast<double>(cells - 1)), 0.999);
}

}  // namespace

TEST_CASE("the words at an address are the published known answers of Philox4x32-10") {
  // Salmon, Moraes, Dror & Shaw (2011): the file kat_vectors of Random123, philox4x32 with 10 rounds.
  CHECK(words_at(0, {0, 0, 0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(words_at(0xffffffffffffffff, {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}) ==
        Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(words_at(0x299f31d0a4093822, {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("another seed, person, period, purpose, replication, item or draw means other words") {
  std::set<Words> seen;
  int addresses = 0;
  const auto see = [&](std::uint64_t seed, const Address& address) {
    seen.insert(words_at(seed, address));
    ++addresses;
  };
  for (const std::uint64_t seed : {1ull, 2ull, 1ull << 32})
    for (const std::uint32_t person : {0u, 1u, 1u << 24})
      for (const std::uint32_t period : {1u, 2u, most_periods})
        for (const Purpose purpose :
             {Purpose::core, Purpose::more_needs, Purpose::purchase, Purpose::first_brand, Purpose::entrants})
          for (const std::uint32_t replication : {0u, 1u, most_replications - 1})
            for (const std::uint32_t item : {0u, 1u, most_items - 1})
              for (const std::uint32_t draw : {0u, 1u})
                see(seed, {person, at_period(purpose, period), at_item(replication, item), draw});
  CHECK(seen.size() == static_cast<std::size_t>(addresses));
}

TEST_CASE("periods, purposes, replications and items keep out of each other's bits up to their limits") {
  CHECK(at_period(Purpose::purchase, 0) == 2u << 16);
  CHECK(at_period(Purpose::core, 2 * most_periods) < at_period(Purpose::more_needs, 0));  // with the warm-up
  CHECK(at_item(most_replications - 1, 0) < at_item(0, 1));
  CHECK(at_item(0, most_items - 1) == 0xfff00000u);
  // The largest purpose is that of the last brand slot; above it begin the paths that users name.
  const std::uint32_t last = static_cast<std::uint32_t>(Purpose::entrants) + most_items - 1;
  CHECK(at_period(static_cast<Purpose>(last), 2 * most_periods) < 1u << 31);
  CHECK(at_path("choice.inertia") >= 1u << 31);
}

TEST_CASE("a name's hash is the published FNV-1a") {
  // Fowler, Noll & Vo: test vectors of the 32-bit FNV-1a for "", "a" and "foobar".
  CHECK(name_hash("") == 0x811c9dc5);
  CHECK(name_hash("a") == 0xe40c292c);
  CHECK(name_hash("foobar") == 0xbf9cf968);
  CHECK(brand_slot("foobar") == 0x968);  // the last 12 bits
  CHECK(at_path("foobar") == 0xbf9cf968);
  CHECK(at_path("a") != at_path("b"));
}

TEST_CASE("the words of neighbours are uniform") {
  // Persons 0..16,383, all four words, 256 cells for the upper and for the lower byte: expected 256 a cell,
  // standard error 16. Each chi-square passes its limit once in 1,000 seeds; with two of them and three kinds
  // of neighbour the false-alarm rate is .6 %. Seed 20240617, fixed.
  const auto uniform = [](auto address) {
    std::vector<int> upper(256), lower(256);
    for (std::uint32_t i = 0; i < 16384; ++i)
      for (const std::uint32_t word : words_at(20240617, address(i))) {
        ++upper[word >> 24];
        ++lower[word & 255];
      }
    CHECK(chi_square(upper, 256) < limit(256));
    CHECK(chi_square(lower, 256) < limit(256));
  };
  uniform([](std::uint32_t i) { return Address{.person = i}; });
  uniform([](std::uint32_t i) { return Address{.person = 7, .what = at_period(Purpose::core, i)}; });
  uniform([](std::uint32_t i) { return Address{.person = 7, .which = at_item(i, 0)}; });
}

TEST_CASE("neighbours in person, period, item, replication, draw and seed are independent") {
  // 16,384 pairs of words in a table of 16 × 16: expected 64 a cell, standard error 8. The limit is passed
  // once in 1,000 seeds, the six tests together: .6 %. The correlation has standard error 1/128 = .0078; its
  // bound of four of them is passed once in 16,000. Seed 20240618, fixed.
  const auto independent = [](auto of, auto neighbour) {
    std::vector<int> cells(256);
    double correlation = 0;
    for (std::uint32_t i = 0; i < 16384; ++i) {
      const std::uint32_t a = of(i), b = neighbour(i);
      ++cells[(a >> 28) * 16 + (b >> 28)];
      correlation += 12 * (a * 0x1p-32 - 0.5) * (b * 0x1p-32 - 0.5) / 16384;
    }
    CHECK(chi_square(cells, 64) < limit(256));
    CHECK(std::abs(correlation) < 4.0 / 128);
  };
  constexpr std::uint64_t seed = 20240618;
  const auto first = [](const Address& address) { return words_at(seed, address)[0]; };
  const auto of = [&](std::uint32_t i) { return first({.person = 2 * i}); };
  independent(of, [&](std::uint32_t i) { return first({.person = 2 * i + 1}); });
  independent(of, [&](std::uint32_t i) { return first({.person = 2 * i, .what = 1}); });
  independent(of, [&](std::uint32_t i) { return first({.person = 2 * i, .which = at_item(0, 1)}); });
  independent(of, [&](std::uint32_t i) { return first({.person = 2 * i, .which = at_item(1, 0)}); });
  independent(of, [&](std::uint32_t i) { return first({.person = 2 * i, .draw = 1}); });
  independent(of, [](std::uint32_t i) { return words_at(seed + 1, {.person = 2 * i})[0]; });
}
