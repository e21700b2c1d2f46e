// SPDX-License-Identifier: MIT
// How the people of a replication are laid out in blocks; that results hang on none of it: promise_test.cpp.
#include "sim/engine/blocks.hpp"

#include "tests/engine/lived.hpp"

namespace clientele {

TEST_CASE("blocks hold everybody of a segment once, in order, none too many and all alike") {
  const Lived lived = lived_through(
      "market: Two kinds\nhorizon: 1 months\ndiscount_rate: 10% per year\npeople: 10k\nfocal: us\n"
      "brands: {us: {price: 10, unit_cost: 4}}\n"
      "segments: {many: {share: 90%}, few: {share: 10%}}\n",
      1000);
  const auto& population = lived.stage.plan.population;
  for (const int most : {1, 17, 400, 5000}) {
    INFO(most << " at most");
    std::vector<int> found(population.size());
    int smallest = most, largest = 0;
    for (const Task& block : blocks_of(lived.stage.plan, 0, 0, most)) {
      int& so_far = found[static_cast<std::size_t>(block.segment)];
      CHECK(block.first == so_far);
      so_far += block.people;
      if (block.segment != 0) continue;
      smallest = std::min(smallest, block.people), largest = std::max(largest, block.people);
    }
    for (std::size_t s = 0; s < population.size(); ++s) CHECK(found[s] == population[s].people);
    CHECK(largest <= most);
    CHECK(largest <= smallest + 1);
  }
}

}  // namespace clientele
