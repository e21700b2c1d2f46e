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

TEST_CASE("a person of the smallest market takes 56 bytes") {
  // By hand, 4 bytes each: zeros, person, last, sensitivity, inertia, level, brands tried, utility of one
  // brand, brand at the start, first, bought, since; 8 for the value.
  KernelMarket market;
  market.brands = market.incumbents = 1;
  CHECK(BlockMemory::bytes_a_person(market) == 56);
}

TEST_CASE("a person of the reference world takes no more than 128 bytes") {
  // By hand: 56, three further brands, three drivers, rate and its e^−rate, one memory, tenure: 56 + 10 · 4
  // = 96.
  CHECK(BlockMemory::bytes_a_person(reference_market()) == 96);
}

TEST_CASE("what a market does not use takes no memory") {
  KernelMarket market = reference_market();
  const std::size_t before = BlockMemory::bytes_a_person(market);
  market.product_memory = true;
  CHECK(BlockMemory::bytes_a_person(market) == before + 4);
  market.poisson = false;
  CHECK(BlockMemory::bytes_a_person(market) == before - 4);
}

TEST_CASE("columns are apart, aligned to a cache line and begin with zeros") {
  const KernelMarket market = reference_market();
  constexpr int people = 300;  // two slices
  BlockMemory memory;
  for (int round = 0; round < 2; ++round) {
    const Columns c = memory.columns_for(market, people);
    std::vector<float*> columns = {c.last,    c.rate,  c.none,    c.sensitivity,
                                   c.inertia, c.level, c.service, c.tenure};
    columns.insert(columns.end(), c.own, c.own + market.brands);
    columns.insert(columns.end(), c.weight, c.weight + market.drivers);
    for (float* column : columns) {
      CHECK(reinterpret_cast<std::uintptr_t>(column) % 64 == 0);
      for (int i = 0; i < 2 * slice; ++i) REQUIRE(column[i] == 0);
    }
    for (int i = 0; i < 2 * slice; ++i) REQUIRE((c.person[i] == 0 && c.first[i] == 0 && c.value[i] == 0));
    for (std::size_t column = 0; column < columns.size(); ++column)
      for (int i = 0; i < 2 * slice; ++i) columns[column][i] = static_cast<float>(column + 1);
    for (int i = 0; i < 2 * slice; ++i) {
      c.value[i] = -1;
      c.first[i] = -1;
      c.person[i] = 7;
    }
    int overwritten = 0;
    for (std::size_t column = 0; column < columns.size(); ++column)
      for (int i = 0; i < 2 * slice; ++i) overwritten += columns[column][i] != static_cast<float>(column + 1);
    CHECK(overwritten == 0);
    CHECK(c.product[0] == 0);  // not used here: a column of zeros
  }
}
