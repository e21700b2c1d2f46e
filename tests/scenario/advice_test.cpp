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
  CHECK(advice_on(*study.scenario) ==
        std::vector<std::string>{"us sells below its unit cost from month 7 on: 0.96 < 1.10"});
  CHECK(advice_on(study.baseline).empty());
}
