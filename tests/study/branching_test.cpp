// SPDX-License-Identifier: MIT
// How many people a customer brings in over his life: by formula, as counted, and what is said of it.
#include "sim/study/branching.hpp"

#include "sim/scenario/advice.hpp"
#include "sim/scenario/referrals.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char club[] = R"(market: A club
period: month
horizon: 24 months
discount_rate: 10% per year
people: 10k
focal: us
prospects: 50%
brands: {us: {price: 20, unit_cost: 5}}
advocacy: {intend: 0.5 per month, act: 40%, convert: 10%}
departure: {rate: 4% per month}
)";

World world_of(const std::string& text) {
  return study_of_text(text, "scenario: None\nworld: market.yaml\n").baseline.world;
}

std::vector<std::string> advice_of(const std::string& text, const std::string& changes = "") {
  const Study study = study_of_text(
      text, "scenario: Changed\nworld: market.yaml\n" + (changes.empty() ? "" : "changes:\n" + changes));
  return advice_on(study.scenarios.front());
}

}  // namespace

TEST_CASE("a customer of a club brings in what he recommends in his life times the part who come") {
  // By hand: .2 a month for 25 months, to half a prospect each, a tenth of whom come: .25. Without the first
  // month where people leave at its start: .24.
  CHECK(*branching_by_formula(world_of(club)) == Approx(0.25));
  CHECK(*branching_by_formula(world_of(replaced(club, "4% per month", "4% per month, when: start"))) ==
        Approx(0.24));
  CHECK(newcomers_by_recommendation(world_of(club)) == Approx(0.05));
}

TEST_CASE("segments bring in newcomers by their size, their prospects and their chance to be won") {
  const std::string two =
      replaced(club, "departure:",
               "segments:\n  old: {share: 20%, prospects: 0%}\n"
               "  young: {share: 80%, advocacy: {intend: 1 per month, convert: 20%}}\ndeparture:");
  CHECK(newcomers_by_recommendation(world_of(two)) == Approx(0.8 * 0.5 * 0.2));
  CHECK(!branching_by_formula(world_of(two)));
}

TEST_CASE(
    "there is no formula where it takes a simulation to know how long customers stay or who is delighted") {
  CHECK(!branching_by_formula(
      world_of(replaced(replaced(club, "departure:", "experience: {}\ndeparture:"), "unit_cost: 5",
                        "unit_cost: 5, ratings: {quality: 4, service: 4}"))));
  CHECK(!branching_by_formula(world_of(replaced(club, "4% per month", "0% per month"))));
  CHECK(!branching_by_formula(
      world_of(replaced(club, "4% per month", "4% per month, return_rate: 2% per month"))));
  CHECK(!branching_by_formula(
      world_of(replaced(club, "advocacy: {intend: 0.5 per month, act: 40%, convert: 10%}\n", ""))));
}

TEST_CASE("counted in a run the branching factor is that of the formula") {
  // Some 4,800 of 20,000 simulated people leave: a standard error of 1.4 %.
  const Lived lived = lived_through(club, 20000);
  const World world = world_of(club);
  const auto by_period = totals_by_period(lived.books(), 0, lived.scenarios[0], -1, 0);
  CHECK(*branching_in(world, by_period) == Approx(*branching_by_formula(world)).epsilon(4 * 0.014));
  const Lived silent = lived_through(replaced(club, "4% per month", "0% per month"), 100);
  CHECK(!branching_in(world, totals_by_period(silent.books(), 0, silent.scenarios[0], -1, 0)));
}

TEST_CASE("customers who multiply by themselves are told of before the run or after it") {
  const std::string crowd = replaced(club, "convert: 10%", "convert: 44%");
  CHECK(advice_of(club).empty());
  REQUIRE(advice_of(crowd).size() == 1);
  CHECK(advice_of(crowd).front().starts_with("a customer brings in 1.10 others over his life"));
  const auto warnings = [](const std::string& text, std::uint64_t seed = 1) {
    const Study study = study_of_text(text, "scenario: None\nworld: market.yaml\n");
    RunOptions options;
    options.customers = 2000;
    options.replications = 2;
    options.explain = 0;
    options.seed = seed;
    std::string all;
    for (const auto& warning : run(study.baseline, {}, options, {}, {}).warnings) all += warning + "\n";
    return all;
  };
  const std::string two =
      replaced(crowd, "departure:", "segments: {one: {share: 50%}, other: {share: 50%}}\ndeparture:");
  CHECK(warnings(replaced(two, "intend: 0.5", "intend: 1")).find("grows without limit") != std::string::npos);
  CHECK(warnings(replaced(two, "intend: 0.5", "intend: 0.2")).find("grows without limit") ==
        std::string::npos);
  // By formula .99, which is exact: no count of few people that happens to be above 1 is told.
  for (std::uint64_t seed = 1; seed <= 6; ++seed)
    CHECK(warnings(replaced(club, "convert: 10%", "convert: 39.6%"), seed).find("without limit") ==
          std::string::npos);
}

}  // namespace clientele
