// SPDX-License-Identifier: MIT
#include "sim/engine/population.hpp"

#include <set>

#include "sim/base/contract.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using Shares = std::vector<std::pair<std::string, double>>;

World world_with(const Shares& shares, double people = 1000) {
  World world;
  world.market.people.value = people;
  for (const auto& [name, share] : shares) world.segments.push_back({name, Segment{{share}, {}}});
  return world;
}

int people_of(const std::vector<SegmentPopulation>& population, const std::string& name) {
  for (const auto& segment : population)
    if (segment.name == name) return segment.people;
  return -1;
}

std::uint32_t slot_of(const std::vector<SegmentPopulation>& population, const std::string& name) {
  for (const auto& segment : population)
    if (segment.name == name) return segment.slot;
  return 256;
}

}  // namespace

TEST_CASE("people are shared out by largest remainders") {
  // By hand, 10 people: 4.6, 3.3, 2.1 → 4, 3, 2 and the tenth to the remainder of .6.
  const auto population = populate(world_with({{"a", 0.46}, {"b", 0.33}, {"c", 0.21}}), 10);
  CHECK(people_of(population, "a") == 5);
  CHECK(people_of(population, "b") == 3);
  CHECK(people_of(population, "c") == 2);
}

TEST_CASE("people that share out evenly do so in spite of rounding") {
  // .1 · 30 is 3.0000000000000004 and .7 · 30 is 21 in binary, .29 · 100 is 28.999999999999996.
  CHECK(people_of(populate(world_with({{"a", 0.29}, {"b", 0.71}}), 100), "a") == 29);
  CHECK(people_of(populate(world_with({{"a", 0.1}, {"b", 0.2}, {"c", 0.7}}), 30), "b") == 6);
}

TEST_CASE("as many people are simulated as were asked for, and each stands for his part of the market") {
  for (const int customers : {3, 10, 1000, 9999}) {
    const auto population = populate(world_with({{"a", 0.5}, {"b", 0.3}, {"c", 0.2}}, 12345), customers);
    int simulated = 0;
    double market = 0;
    for (const auto& segment : population) {
      simulated += segment.people;
      market += segment.people * segment.weight;
    }
    CHECK(simulated == customers);
    CHECK(market == Approx(12345));
    CHECK(population[0].people * population[0].weight == Approx(0.5 * 12345));
  }
}

TEST_CASE("a tiny segment has at least one person, of little weight") {
  const auto population = populate(world_with({{"most", 0.999}, {"few", 0.001}}, 1000), 10);
  CHECK(people_of(population, "few") == 1);
  CHECK(population[1].weight == Approx(1));  // 1000 · .001 / 1
  CHECK(people_of(population, "most") == 9);
}

TEST_CASE("a world without segments is one segment of everybody") {
  const auto population = populate(world_with({}, 400000), 4000);
  REQUIRE(population.size() == 1);
  CHECK(population[0].name == "all");
  CHECK(population[0].people == 4000);
  CHECK(population[0].weight == Approx(100));
}

TEST_CASE("the order of segments and a segment more renumber nobody") {
  const auto some = populate(world_with({{"young", 0.5}, {"old", 0.5}}), 100);
  const auto turned = populate(world_with({{"old", 0.5}, {"young", 0.5}}), 100);
  const auto more = populate(world_with({{"middle", 0.2}, {"old", 0.4}, {"young", 0.4}}), 100);
  for (const std::string name : {"young", "old"}) {
    CHECK(slot_of(some, name) == slot_of(turned, name));
    CHECK(slot_of(some, name) == slot_of(more, name));
  }
}

TEST_CASE("no two people have one number, however many segments there are") {
  Shares shares;
  for (int i = 0; i < 128; ++i) shares.emplace_back("segment " + std::to_string(i), 1.0 / 128);
  std::set<std::uint32_t> slots, persons;
  int people = 0;
  for (const auto& segment : populate(world_with(shares), 1280)) {
    CHECK(segment.slot < 256);
    slots.insert(segment.slot);
    for (int i = 0; i < segment.people; ++i, ++people) persons.insert(segment.person(i));
  }
  CHECK(slots.size() == 128);
  CHECK(persons.size() == static_cast<std::size_t>(people));
}

TEST_CASE("a person's number holds the segment's slot in its upper byte") {
  const SegmentPopulation segment{.name = "a", .people = 10, .weight = 1, .slot = 0xab};
  CHECK(segment.person(0) == 0xab000000u);
  CHECK(segment.person(0xffffff) == 0xabffffffu);
}

TEST_CASE("nobody cannot be shared out") {
  CHECK_THROWS_AS(populate(world_with({{"a", 1}}), 0), BrokenContract);
}
