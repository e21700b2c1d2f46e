// SPDX-License-Identifier: MIT
#include "sim/scenario/advice.hpp"

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

TEST_CASE("a price below the unit cost is worth a word, but no mistake") {
  CHECK(advice_on(study_of(head + brands).baseline).empty());
  const auto advice = advice_on(study_of(head + brands, {{"brands.us.unit_cost", "4.10"}}).baseline);
  CHECK(advice == std::vector<std::string>{"us sells below its unit cost: 3.20 < 4.10"});
}

TEST_CASE("a scenario that takes a price below the unit cost says since when") {
  const Study study = study_of_scenario("changes:\n  - {change: brands.us.price, by: -70%, from: month 7}\n");
  CHECK(advice_on(study.scenarios.front()) ==
        std::vector<std::string>{"us sells below its unit cost from month 7 on: 0.96 < 1.10"});
  CHECK(advice_on(study.baseline).empty());
}

TEST_CASE("a sale below the unit cost that ends is told by its first month") {
  const Study study = study_of_scenario(
      "changes:\n  - {change: brands.us.price, by: -70%, from: month 7, until: month 8, each: 1 year}\n");
  CHECK(advice_on(study.scenarios.front()) ==
        std::vector<std::string>{"us sells below its unit cost, first in month 7: 0.96 < 1.10"});
}

TEST_CASE("a change that is to come more often than the horizon has room for is worth a word") {
  const auto advice = [](const std::string& times) {
    const Study study = study_of_scenario(
        "changes:\n  - {change: brands.us.price, by: -10%, from: month 7, until: month 8, each: 1 year, "
        "times: " +
        times + "}\n");
    return advice_on(study.scenarios.front());
  };
  CHECK(advice("5").empty());  // months 7 to 8, ..., 55 to 56 of 60
  CHECK(advice("6") ==
        std::vector<std::string>{"the change of brands.us.price comes 6 times, but only 5 times "
                                 "whole within the horizon"});
}
