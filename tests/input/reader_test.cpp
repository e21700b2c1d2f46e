// SPDX-License-Identifier: MIT
#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

TEST_CASE("a market is read with its standards where nothing is written") {
  const World world = world_of(head + brands);
  CHECK(world.market.name == "Two bakeries");
  CHECK(world.market.period == Period::month);
  CHECK(world.market.horizon.value == 60);
  CHECK(world.value.discount_rate.value == Approx(0.00797414).epsilon(1e-6));
  REQUIRE(world.brands.size() == 2);
  CHECK(world.brands[0].name == "us");
  CHECK(world.brands[0].is.price->today.value == 3.2);
  CHECK_FALSE(world.brands[1].is.price);
  CHECK(world.behaviours.need.model == Need::Model::regular);
  CHECK_FALSE(world.behaviours.experience);
}

TEST_CASE("the order of the sections does not matter") {
  const World world = world_of(
      "market: M\nbrands:\n  us: {price: 3, unit_cost: 1}\nsegments:\n  all: {share: 100%}\nchoice: "
      "{inertia: 0.5}\n"
      "focal: us\npeople: 40k\ndiscount_rate: 10% per year\nhorizon: 2 years\nperiod: quarter\n");
  CHECK(world.market.horizon.value == 8);
  CHECK(world.segments[0].is.behaviours.choice.inertia.first.value == 0.5);
}

TEST_CASE("line ends of Windows and a byte order mark change nothing") {
  std::string windows = "\xef\xbb\xbf";
  for (const char c : head + brands) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(world_of(windows).brands[1].is.share->value == 0.6);
  CHECK(complaint([&] {
          world_of(windows + "neeed: {}\r\n");
        }).starts_with("market.yaml:9:1: neeed: unknown key"));
}

TEST_CASE("aliases repeat what they stand for and are blamed where they stand") {
  const World world =
      world_of(head + "brands:\n  us: &ours {price: 3, unit_cost: 1, share: 50%}\n  them: *ours\n");
  CHECK(world.brands[1].is.price->today.value == 3);
  CHECK(complaint([] {
          world_of(
              head +
              "brands:\n  us: {price: &p -3, unit_cost: 1, share: 50%}\n  them: {share: 50%, price: *p}\n");
        }).find("market.yaml:8:29: brands.them.price: -3 is out of range") != std::string::npos);
}

TEST_CASE("a name may be quoted and in any script") {
  const World world = world_of(
      "market: 'Bäckerei: die zweite'\nhorizon: 5 years\ndiscount_rate: 10% per year\npeople: 1000\nfocal: "
      "'null'\n"
      "brands:\n  'null': {price: 3, unit_cost: 1, share: 40%}\n  面包: {share: 60%}\n");
  CHECK(world.market.name == "Bäckerei: die zweite");
  CHECK(world.brands[0].name == "null");
  CHECK(world.brands[1].name == "面包");
}

TEST_CASE("columns count characters, not bytes") {
  CHECK(complaint([] {
          world_of(head + "brands: {äöü: {price: x}}\n");
        }).find("market.yaml:6:23: brands.äöü.price:") != std::string::npos);
}

TEST_CASE("a segment has the world's behaviour apart from what it gives") {
  const World world =
      world_of(head + brands +
                   "segments:\n  young: {share: 30%, choice: {inertia: 0.2}, departure: {rate: 3% per "
                   "month}}\n  old: {share: 70%, experience: {}}\n"
                   "need: {model: poisson_gamma, purchases: {gamma: {mean: 5 per month, shape: 2}}}\n"
                   "choice: {inertia: {normal: {mean: 0.8, sd: 0.3}}}\ndeparture: {rate: 1% per month}\n",
               {{"brands.us.ratings.quality", "4"}, {"brands.us.ratings.service", "4"}});
  const auto& young = world.segments[0].is.behaviours;
  CHECK(young.choice.inertia.distribution == Distribution::same_for_all);
  CHECK(young.choice.inertia.first.value == 0.2);
  CHECK(young.need.purchases.first.value == 5);
  CHECK(young.departure.rate.today.value == 0.03);
  CHECK_FALSE(young.experience);
  const auto& old = world.segments[1].is.behaviours;
  CHECK(old.choice.inertia.second.value == 0.3);
  CHECK(old.experience.has_value());
  CHECK(world.own_levers == std::set<std::string>{"segments.young.departure.rate"});
}

TEST_CASE("a segment may weigh one of the world's drivers in its own way") {
  const World world = world_of(head + "brands:\n  us: {price: 3, unit_cost: 1, ratings: {quality: 4}}\n" +
                               "choice: {drivers: {quality: {weight: 0.4, equity: brand}}}\nsegments:\n  "
                               "all: {share: 100%, choice: {drivers: {quality: {weight: 0.1}}}}\n");
  const auto& drivers = world.segments[0].is.behaviours.choice.drivers;
  REQUIRE(drivers.size() == 1);
  CHECK(drivers[0].is.weight.first.value == 0.1);
  CHECK(drivers[0].is.equity == Driver::Equity::brand);
}

TEST_CASE("traits follow the distribution that is written") {
  const World world = world_of(
      head + brands +
      "need: {model: poisson_gamma, purchases: {uniform: {low: 12 per year, high: 24 per year}}}\n"
      "choice: {price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}, taste: {dirichlet: {S: 1.3}}}\n");
  CHECK(world.behaviours.need.purchases.distribution == Distribution::uniform);
  CHECK(world.behaviours.need.purchases.first.value == Approx(1));
  CHECK(world.behaviours.need.purchases.second.value == Approx(2));
  CHECK(world.behaviours.choice.taste.distribution == Distribution::dirichlet);
  CHECK(world.behaviours.choice.taste.first.value == 1.3);
  CHECK(
      world_of(head + brands + "choice: {taste: {normal: {sd: 1}}}\n").behaviours.choice.taste.second.value ==
      1);
}

TEST_CASE("the places of what was written are remembered") {
  const Study study = study_of(head + brands);
  CHECK(study.places.of("brands.us.price") == Place{"market.yaml", 7, 15});
  CHECK(study.places.of("brands.us.ratings.quality") == Place{"market.yaml", 7, 3});
  CHECK(study.places.knows("people"));
  CHECK_FALSE(study.places.knows("currency"));
}
