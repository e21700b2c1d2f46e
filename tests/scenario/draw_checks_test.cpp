// SPDX-License-Identifier: MIT
#include "sim/scenario/draw_checks.hpp"

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
const std::string market =
    test::head +
    "brands:\n"
    "  us: {price: 3.20, unit_cost: 1.10, share: 40%, awareness: 50% to 90%, ratings: {speed: 4}}\n"
    "  them: {share: 60%}\n"
    "choice: {drivers: {speed: {weight: 0.4}}}\n";

std::string complaint_of(const Study& study, const std::vector<Drawn>& draws) {
  return test::complaint(
      [&] { check_draws(study.all(), unknowns_of(study.all()), draws, study.all_places()); });
}
}  // namespace

TEST_CASE("draws that keep every rule pass") {
  CHECK(complaint_of(test::study_of(market), {{{0.5}, {}, {}}, {{0.9}, {}, {}}}).empty());
}

TEST_CASE("a draw that breaks a rule across fields is told at its assumption, with how many do") {
  CHECK(
      complaint_of(test::study_of(market), {{{0.5}, {}, {}}, {{0.3}, {}, {}}, {{0.35}, {}, {}}}) ==
      "market.yaml:7:61: brands.us.awareness: breaks a rule in 2 of 3 draws: in draw 2, where it is 30%, "
      "fewer "
      "people have heard of the brand than its share of 40%. Write a narrower law, so that the rule holds in "
      "every draw.\n");
}

TEST_CASE("a value out of its range is told") {
  CHECK(
      complaint_of(test::study_of(market), {{{1.2}, {}, {}}})
          .starts_with(
              "market.yaml:7:61: brands.us.awareness: breaks a rule in 1 of 1 draws: in draw 1, where it is "
              "120%, out of range (above 0% to 100%)."));
}

TEST_CASE("a change that takes a lever out of its range is told at the change") {
  const Study study =
      test::study_of_scenario("changes:\n  - {change: brands.us.ratings.speed, by: 0.2 to 0.6}\n", market);
  CHECK(complaint_of(study, {{{0.6, 0.9}, {}, {}}}).empty());
  CHECK(complaint_of(study, {{{0.6, 1.2}, {}, {}}}) ==
        "change.yaml:4:5: changes.brands.us.ratings.speed: breaks a rule in 1 of 1 draws: in draw 1, where "
        "it is "
        "1.2, changes.1: takes 'brands.us.ratings.speed' to 5.2 in month 1, out of its range (from 1 to 5). "
        "Write a "
        "narrower law, so that the rule holds in every draw.\n");
}
