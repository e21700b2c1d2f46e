// SPDX-License-Identifier: MIT
#include "sim/input/assumptions.hpp"

#include <algorithm>

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
const std::string segments =
    "segments:\n"
    "  young: {share: 30%, choice: {inertia: {normal: {mean: 0.5, sd: 0.2}}}}\n"
    "  old: {share: 70%, departure: {rate: 1% per month}}\n";

const Assumption& assumption_at(const World& world, const std::string& path) {
  const auto found = std::find_if(world.assumptions.begin(), world.assumptions.end(),
                                  [&](const auto& one) { return one.path == path; });
  REQUIRE(found != world.assumptions.end());
  return *found;
}

World world_with_draws(const std::string& rest, const std::string& csv) {
  const std::string market = test::head + "draws: posterior.csv\n" + test::brands + rest;
  return read_study({"market.yaml"}, {}, test::reader_of({{"market.yaml", market}, {"posterior.csv", csv}}))
      .baseline.world;
}
}  // namespace

TEST_CASE("an assumption of the world acts on each segment that has nothing of its own") {
  const World world = test::world_of(test::head + test::brands +
                                     "choice:\n"
                                     "  inertia: {normal: {mean: 0.7 to 0.9, sd: 0.3}}\n"
                                     "  price_sensitivity: 2 to 3\n"
                                     "departure: {rate: 1% to 2% per month}\n" +
                                     segments);
  using Paths = std::vector<std::string>;
  CHECK(assumption_at(world, "choice.inertia.mean").acts_on ==
        Paths{"choice.inertia.mean", "segments.old.choice.inertia.mean"});
  CHECK(assumption_at(world, "choice.price_sensitivity").acts_on ==
        Paths{"choice.price_sensitivity", "segments.young.choice.price_sensitivity",
              "segments.old.choice.price_sensitivity"});
  CHECK(assumption_at(world, "departure.rate").acts_on ==
        Paths{"departure.rate", "segments.young.departure.rate"});
  CHECK(world.segments[0].is.behaviours.departure.rate.today.value ==
        world.behaviours.departure.rate.today.value);
}

TEST_CASE("an assumption of a segment is its own") {
  const World world = test::world_of(test::head + test::brands +
                                     "segments:\n"
                                     "  young: {share: 30%, choice: {price_sensitivity: 2 to 3}}\n"
                                     "  old: {share: 70%}\n");
  REQUIRE(world.assumptions.size() == 1);
  CHECK(world.assumptions[0].path == "segments.young.choice.price_sensitivity");
  CHECK(world.assumptions[0].acts_on.size() == 1);
}

TEST_CASE("a retention that a segment has keeps the world's uncertain inertia out") {
  const World world = test::world_of(test::head + test::brands +
                                     "choice: {inertia: 0.5 to 0.9}\n"
                                     "segments:\n"
                                     "  young: {share: 30%, choice: {retention: 60% to 70%}}\n"
                                     "  old: {share: 70%}\n");
  CHECK(assumption_at(world, "choice.inertia").acts_on ==
        std::vector<std::string>{"choice.inertia", "segments.old.choice.inertia"});
}

TEST_CASE("exact shares make room for the middles of uncertain ones") {
  const World world = test::world_of(test::head +
                                     "brands:\n"
                                     "  us: {price: 3.20, unit_cost: 1.10, share: 20% to 30%}\n"
                                     "  them: {share: 45%}\n"
                                     "  others: {share: 30%}\n");
  const double us = world.brands[0].is.share->value;
  CHECK(us == Approx(value_of(world.assumptions[0], 0.5, Period::month)));
  CHECK(world.brands[1].is.share->value == Approx((1 - us) * 0.6));
  CHECK(us + world.brands[1].is.share->value + world.brands[2].is.share->value == Approx(1));
}

TEST_CASE("a setting may be uncertain, or make exact what the file has uncertain") {
  const std::string market = test::head + test::brands + "choice: {price_sensitivity: 2 to 3}\n";
  CHECK(test::world_of(market, {{"choice.price_sensitivity", "2.5"}}).assumptions.empty());
  CHECK(test::world_of(market, {{"choice.inertia", "normal(0.7, 0.1)"}}).assumptions.size() == 2);
}

TEST_CASE("correlations are read between assumptions") {
  const World world =
      test::world_of(test::head + test::brands +
                     "choice: {inertia: 0.5 to 0.9, price_sensitivity: 2 to 3}\n"
                     "correlations:\n  - {between: [choice.inertia, choice.price_sensitivity], is: -0.4}\n");
  REQUIRE(world.correlations.size() == 1);
  CHECK(world.correlations[0].one == "choice.inertia");
  CHECK(world.correlations[0].other == "choice.price_sensitivity");
  CHECK(world.correlations[0].is == -0.4);
}

TEST_CASE("joint draws stand for their numbers in the unit of the model") {
  const World world = world_with_draws(
      "choice: {inertia: {normal: {mean: 0.7, sd: 0.3}}, habit_half_life: 6 months}\n" + segments,
      "choice.inertia.mean;brands.us.unit_cost;discount_rate;people\n"
      "0,8;1,10;0,01;1000.4\n"
      "0,6;1,20;10% per year;990\n"
      "0,9;1,00;0,02;1010\n");
  REQUIRE(world.joint);
  CHECK(world.joint->file == "posterior.csv");
  CHECK(world.joint->paths ==
        std::vector<std::string>{"choice.inertia.mean", "brands.us.unit_cost", "discount_rate", "people"});
  CHECK(world.joint->rows[0] == std::vector<double>{0.8, 1.1, 0.01, 1000});
  CHECK(world.joint->rows[1][2] == Approx(0.00797414));
  CHECK(world.joint->acts_on[0] ==
        std::vector<std::string>{"choice.inertia.mean", "segments.old.choice.inertia.mean"});
  CHECK(world.behaviours.choice.inertia.first.value == 0.8);
  CHECK(world.segments[1].is.behaviours.choice.inertia.first.value == 0.8);
  CHECK(world.segments[0].is.behaviours.choice.inertia.first.value == 0.5);
}
