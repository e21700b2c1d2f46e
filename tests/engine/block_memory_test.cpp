// SPDX-License-Identifier: MIT
#include "sim/engine/block_memory.hpp"

#include <cstdint>
#include <vector>

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

KernelMarket reference_market() {
  KernelMarket market;
  market.brands = market.incumbents = 4;
  market.drivers = 3;
  market.poisson = market.service_memory = true;
  return market;
}

}  // namespace

TEST_CASE("a person of the smallest market takes 60 bytes") {
  // By hand, 4 bytes each: zeros, person, last, sensitivity, inertia, level, brands tried, utility of one
  // brand and 2 to the power of it, brand at the start, first, bought, since; 8 for the value.
  KernelMarket market;
  market.brands = market.incumbents = 1;
  CHECK(BlockMemory::bytes_a_person(market) == 60);
}

TEST_CASE("a person of the reference world takes no more than 128 bytes") {
  // By hand: 60, three further brands of two columns each, three drivers, rate and its e^−rate, one memory:
  // 60 + 12 · 4 = 108.
  CHECK(BlockMemory::bytes_a_person(reference_market()) == 108);
}

TEST_CASE("what a market does not use takes no memory") {
  KernelMarket market = reference_market();
  const std::size_t before = BlockMemory::bytes_a_person(market);
  market.product_memory = true;
  CHECK(BlockMemory::bytes_a_person(market) == before + 4);
  market.poisson = false;
  CHECK(BlockMemory::bytes_a_person(market) == before - 4);
}

TEST_CASE(
    "columns are apart and aligned to a cache line, and begin with zeros unless people are drawn into them") {
  const KernelMarket market = reference_market();
  constexpr int people = slice + 44;  // two slices
  BlockMemory memory;
  for (int round = 0; round < 2; ++round) {
    const Columns c = memory.columns_for(market, people);
    std::vector<float*> columns = {c.last, c.rate, c.none, c.sensitivity, c.inertia, c.level, c.service};
    columns.insert(columns.end(), c.own, c.own + market.brands);
    columns.insert(columns.end(), c.weight, c.weight + market.drivers);
    for (float* column : columns) CHECK(reinterpret_cast<std::uintptr_t>(column) % 64 == 0);
    for (int i = 0; i < 2 * slice; ++i)
      REQUIRE((c.person[i] == 0 && c.since[i] == 0 && c.tried[i] == 0 && c.bought[i] == 0));
    for (std::size_t column = 0; column < columns.size(); ++column)
      for (int i = 0; i < 2 * slice; ++i) columns[column][i] = static_cast<float>(column + 1);
    for (int i = 0; i < 2 * slice; ++i) {
      c.value[i] = -1;
      c.first[i] = -1;
      c.since[i] = -1;
      c.tried[i] = 7;
      c.bought[i] = -1;
      c.person[i] = 7;
    }
    int overwritten = 0;
    for (std::size_t column = 0; column < columns.size(); ++column)
      for (int i = 0; i < 2 * slice; ++i) overwritten += columns[column][i] != static_cast<float>(column + 1);
    CHECK(overwritten == 0);
    CHECK(c.product[0] == 0);  // not used here: a column of zeros
  }
}
