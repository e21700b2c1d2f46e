// SPDX-License-Identifier: MIT
#include "sim/engine/population.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "sim/base/contract.hpp"
#include "sim/random/address.hpp"

namespace clientele {

namespace {

void assign_slots(std::vector<SegmentPopulation>& segments) {
  std::vector<std::size_t> by_name(segments.size());
  std::iota(by_name.begin(), by_name.end(), std::size_t{0});
  std::sort(by_name.begin(), by_name.end(),
            [&](auto a, auto b) { return segments[a].name < segments[b].name; });
  std::set<std::uint32_t> taken;
  for (const std::size_t i : by_name) {
    std::uint32_t slot = name_hash(segments[i].name) % 256;
    while (taken.contains(slot)) slot = (slot + 1) % 256;
    taken.insert(slot);
    segments[i].slot = slot;
  }
}

}  // namespace

std::vector<SegmentPopulation> populate(const World& world, int customers) {
  const auto segments = segments_of(world);
  expects(segments.size() <= most_segments && customers > 0);
  std::vector<SegmentPopulation> population;
  std::vector<double> remainder;
  int placed = 0;
  for (const auto& segment : segments) {
    const double exact = customers * segment.is.share.value;
    const int people = std::max(1, static_cast<int>(std::floor(exact + 1e-9)));
    population.push_back({.name = segment.name, .people = people});
    remainder.push_back(exact - people);
    placed += people;
  }
  for (; placed < customers; ++placed) {
    const auto most = std::max_element(remainder.begin(), remainder.end()) - remainder.begin();
    ++population[static_cast<std::size_t>(most)].people;
    remainder[static_cast<std::size_t>(most)] -= 1;
  }
  for (std::size_t s = 0; s < segments.size(); ++s) {
    population[s].weight = world.market.people.value * segments[s].is.share.value / population[s].people;
    expects(static_cast<std::uint32_t>(population[s].people) <= most_people_of_a_segment);
  }
  assign_slots(population);
  return population;
}

}  // namespace clientele
