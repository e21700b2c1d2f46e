// SPDX-License-Identifier: MIT
#include "sim/scenario/average_rival.hpp"

#include "sim/engine/rivals.hpp"
#include "sim/scenario/lever_reader.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char market[] = R"(market: Four
horizon: 3 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:     {share: 40%, awareness: 60%, price: 10, unit_cost: 5, ratings: {quality: 4, image: 3}}
  them:   {share: 30%, awareness: 90%, price: 8, unit_cost: 5, ratings: {quality: 3, image: 4}}
  others: {share: 10%, awareness: 50%}
  far:    {share: 20%, awareness: 100%, price: 2, unit_cost: 1, level: far, ratings: {quality: 1}}
  late:   {enters: month 2, appeal: 0, price: 1, unit_cost: 1}
choice:
  nests: {direct: 1, far: 0.8}
  drivers: {quality: {weight: 0.5}, image: {equity: brand, weight: 0.5}}
)";

/// They halve their price in the second month.
constexpr char cheaper[] =
    "scenario: Cheaper\nworld: market.yaml\nchanges:\n"
    "  - {change: brands.them.price, to: 4, from: month 2}\n";

}  // namespace

TEST_CASE("a mean of rivals is weighted, leaves out who has no number, and is ours where all are alike") {
  const Without without{.value = true, .rivals = {0, 0.3, 0.1, 0.2}};
  CHECK(mean_of_rivals(without, 10, {10.0, 8.0, std::nullopt, 2.0}) == Approx((0.3 * 8 + 0.2 * 2) / 0.5));
  CHECK(mean_of_rivals(without, 10, {10.0, std::nullopt, std::nullopt, std::nullopt}) == 10);
  CHECK(mean_of_rivals(without, 0.1, {0.1, 0.1, 0.1, 0.1}) == 0.1);
}

TEST_CASE("rivals count by today's share, of our own level of competition where there are some") {
  const World world = study_of_text(market, "scenario: None\nworld: market.yaml\n").baseline.world;
  const std::vector<double> appeal(world.brands.size());
  CHECK(weights_of_rivals(world, appeal) == std::vector<double>{0, 0.3, 0.1, 0, 0});
}

TEST_CASE("rivals without a share given count by that of the model") {
  const World world = study_of_text(
                          "market: Three\nhorizon: 3 months\ndiscount_rate: 10% per year\npeople: 10k\n"
                          "focal: us\nbrands:\n  us: {price: 10, unit_cost: 5, appeal: 0}\n"
                          "  two: {price: 10, unit_cost: 5, appeal: 0}\n"
                          "  three: {price: 10, unit_cost: 5, appeal: 0.6931471805599453}\n",
                          "scenario: None\nworld: market.yaml\n")
                          .baseline.world;
  const auto weights = weights_of_rivals(world, {0, 0, 0.6931471805599453});
  CHECK(weights[0] == 0);
  CHECK(weights[2] == Approx(2 * weights[1]).epsilon(1e-6));
}

TEST_CASE("from the first period on levers of ours are those of the average rival") {
  const Study study = study_of_text(market, cheaper);
  const Scenario& scenario = study.scenarios.front();
  const World& world = scenario.world;
  const Without all{.value = true, .brand = true, .retention = true, .rivals = {0, 0.3, 0.1, 0, 0}};
  LeverReader at(scenario);
  const Course course = course_without(all, world, world.behaviours.choice.drivers, at);
  CHECK(course.at("brands.us.price") == std::vector<double>{10, 8, 4, 4});
  CHECK(course.at("brands.us.ratings.quality") == std::vector<double>{4, 3, 3, 3});
  CHECK(course.at("brands.us.ratings.image") == std::vector<double>{3, 4, 4, 4});
  CHECK(course.at("brands.us.awareness")[0] == 0.6);
  CHECK(course.at("brands.us.awareness")[1] == Approx(0.8));
  const Course value =
      course_without({.value = true, .rivals = all.rivals}, world, world.behaviours.choice.drivers, at);
  CHECK(value.size() == 2);
  at.replace(course);
  CHECK(at(*world.brands[0].is.price, "brands.us.price", 2) == 4);
  CHECK(at(*world.brands[1].is.price, "brands.them.price", 2) == 4);
}

}  // namespace clientele
