// SPDX-License-Identifier: MIT
#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
const std::string market = test::head + test::brands;
const test::Files files = {
    {"town/market.yaml", market},
    {"town/other.yaml", market},
    {"town/cut.yaml",
     "scenario: Cut\nworld: market.yaml\nchanges:\n  - {change: brands.us.price, by: -10%}\n"},
    {"town/rise.yaml",
     "scenario: Rise\nworld: market.yaml\nchanges:\n  - {change: brands.us.price, by: 10%}\n"},
    {"town/again.yaml", "scenario: Cut\nworld: market.yaml\n"},
    {"town/elsewhere.yaml", "scenario: Elsewhere\nworld: other.yaml\n"},
    {"town/wrong.yaml",
     "scenario: Wrong\nworld: market.yaml\nchanges:\n  - {change: brands.us.prize, by: 10%}\n"},
};

Study read(std::vector<std::filesystem::path> names) { return read_study(names, {}, test::reader_of(files)); }
std::string complaint(std::vector<std::filesystem::path> names) {
  return test::complaint([&] { read(names); });
}
}  // namespace

TEST_CASE("scenarios of one world are read beside its baseline") {
  const Study study = read({"town/cut.yaml", "town/rise.yaml"});
  CHECK(study.baseline.name == "Two bakeries");
  REQUIRE(study.scenarios.size() == 2);
  CHECK(study.scenarios[0].name == "Cut");
  CHECK(study.scenarios[1].changes[0].amount == 0.1);
  CHECK(study.name == "town-compare");
  REQUIRE(study.sources.size() == 3);
  CHECK(study.sources[1].name == "town/market.yaml");
  REQUIRE(study.scenario_places.size() == 2);
  CHECK(study.scenario_places[1].of("changes.1").file == "town/rise.yaml");
}

TEST_CASE("a market among several files is the baseline itself") {
  for (const auto& names : {std::vector<std::filesystem::path>{"town/market.yaml", "town/cut.yaml"},
                            std::vector<std::filesystem::path>{"town/cut.yaml", "town/market.yaml"}}) {
    const Study study = read(names);
    CHECK(study.scenarios.size() == 1);
    CHECK(study.baseline.world.brands.size() == 2);
  }
}

TEST_CASE("files of different worlds, and names that come twice, are refused") {
  CHECK(complaint({"town/cut.yaml", "town/elsewhere.yaml"}) ==
        "town/elsewhere.yaml:2:8: world: is of the world 'town/other.yaml', but 'town/cut.yaml' is of "
        "'town/market.yaml'. Compare the scenarios of one world at a time.\n");
  CHECK(complaint({"town/market.yaml", "town/elsewhere.yaml"}) ==
        "town/elsewhere.yaml:2:8: world: is of the world 'town/other.yaml', not of 'town/market.yaml'. "
        "Compare the "
        "scenarios of one world at a time.\n");
  CHECK(complaint({"town/market.yaml", "town/other.yaml"}) ==
        "town/other.yaml:1:1: world: is another world than 'town/market.yaml'. Compare the scenarios of one "
        "world at "
        "a time.\n");
  CHECK(complaint({"town/cut.yaml", "town/again.yaml"}) ==
        "town/again.yaml:1:11: scenario: another file has a scenario 'Cut', too. Give one of them another "
        "name, or "
        "name the file once.\n");
}

TEST_CASE("what is wrong in each file is told together") {
  const std::string told = complaint({"town/wrong.yaml", "town/elsewhere.yaml", "town/nowhere.yaml"});
  CHECK(told.find("town/wrong.yaml:4:14") != std::string::npos);
  CHECK(told.find("town/elsewhere.yaml:2:8") != std::string::npos);
  CHECK(told.find("town/nowhere.yaml") != std::string::npos);
}
