// SPDX-License-Identifier: MIT
#include <cmath>
#include <filesystem>
#include <fstream>

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

TEST_CASE("a scenario is its world with changes and investments") {
  const Study study = study_of_scenario(
      "changes:\n"
      "  - {change: brands.us.price, by: -10%, from: month 7, over: 3 months}\n"
      "  - {change: brands.us.price, by: 0.30, from: year 2, until: year 3}\n"
      "  - {change: brands.us.unit_cost, to: 1}\n"
      "  - {change: brands.them.leaves, to: month 12}\n"
      "investments:\n"
      "  - {name: new menus, amount: 250k, at: month 6}\n"
      "  - {name: campaign, amount: 120k per quarter, from: month 7, until: month 12}\n");
  REQUIRE(study.scenarios.size() == 1);
  CHECK(study.baseline.changes.empty());
  CHECK(study.scenarios.front().name == "A change");
  const auto& changes = study.scenarios.front().changes;
  REQUIRE(changes.size() == 4);
  CHECK(changes[0].how == Change::How::by_share);
  CHECK(changes[0].amount == -0.1);
  CHECK(changes[0].from == 7);
  CHECK(changes[0].over == 3);
  CHECK_FALSE(changes[0].until);
  CHECK(changes[1].how == Change::How::by_amount);
  CHECK(changes[1].from == 13);
  CHECK(changes[1].until == 36);  // year 3 ends with month 36
  CHECK(changes[2].how == Change::How::to);
  CHECK(changes[2].from == 1);
  CHECK(changes[3].amount == 12);
  const auto& investments = study.scenarios.front().investments;
  REQUIRE(investments.size() == 2);
  CHECK(investments[0].amount == 250000);
  CHECK(investments[0].from == 6);
  CHECK_FALSE(investments[0].until);
  CHECK(investments[1].amount == Approx(40000));
  CHECK(investments[1].until == 12);
}

TEST_CASE("a change comes again each so many periods of the world") {
  const Study study = study_of_scenario(
      "changes:\n"
      "  - {change: brands.us.price, by: -10%, from: month 3, until: month 3, each: 1 quarter, times: 4}\n"
      "  - {change: brands.us.price, by: 0.30, until: year 1, each: 1 year}\n");
  const auto& changes = study.scenarios.front().changes;
  CHECK(changes[0].each == 3);
  CHECK(changes[0].times == 4);
  CHECK(changes[1].each == 12);
  CHECK_FALSE(changes[1].times);
}

TEST_CASE("settings reach the world of a scenario") {
  const Study study = study_of_scenario("changes:\n  - {change: brands.us.price, by: -10%}\n", head + brands,
                                        {{"brands.us.price", "5"}});
  CHECK(study.baseline.world.brands[0].is.price->today.value == 5);
  CHECK(study.scenarios.front().world.brands[0].is.price->today.value == 5);
}

TEST_CASE("a segment's lever may change even where it is the world's") {
  const std::string segments =
      "departure: {rate: 1% per month}\nsegments:\n  young: {share: 30%}\n  old: {share: 70%, departure: "
      "{rate: 90% per month}}\n";
  CHECK(complaint([&] {
          study_of_scenario("changes:\n  - {change: segments.young.departure.rate, to: 5% per month}\n",
                            head + brands + segments);
        }).empty());
  const std::string doubled =
      "changes:\n  - {change: segments.young.departure.rate, to: 60% per month}\n  - {change: "
      "departure.rate, by: 100%, from: month 3}\n";
  CHECK(complaint([&] {
          study_of_scenario(doubled, head + brands + segments);
        }).find("takes 'segments.young.departure.rate' to 120% per month in month 3, out of its range") !=
        std::string::npos);
}

TEST_CASE("problems of the settings, the world and the scenario are told together") {
  const std::string text = complaint([] {
    study_of_scenario("changes:\n  - {change: brands.us.price, bye: -10%}\n",
                      head + brands + "need: {modl: regular}\n", {{"peeple", "3"}});
  });
  CHECK(text.find("--set peeple=3: peeple: unknown key") != std::string::npos);
  CHECK(text.find("change.yaml:4:31: changes.1.bye: unknown key") != std::string::npos);
  CHECK(text.find("market.yaml:9:8: need.modl: unknown key") != std::string::npos);
}

TEST_CASE("the name of a study comes from its folder and file") {
  const auto read =
      reader_of({{"scenarios/coffee/market.yaml", head + brands},
                 {"scenarios/coffee/price-cut.yaml", "format: 1\nscenario: S\nworld: market.yaml\n"}});
  const Study study = read_study({"scenarios/coffee/price-cut.yaml"}, {}, read);
  CHECK(study.name == "coffee-price-cut");
  REQUIRE(study.sources.size() == 2);
  CHECK(study.sources[0].name == "scenarios/coffee/price-cut.yaml");
  CHECK(study.sources[1].name == "scenarios/coffee/market.yaml");
  CHECK(study.sources[1].text == head + brands);
}

TEST_CASE("a world may be below the scenario's folder but not outside, not even through a link") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "clientele-scenario-reader-test";
  fs::remove_all(folder);
  fs::create_directories(folder / "inside" / "worlds");
  const auto write = [](const fs::path& file, const std::string& text) { std::ofstream(file) << text; };
  write(folder / "secret.yaml", head + brands);
  write(folder / "inside" / "worlds" / "market.yaml", head + brands);
  fs::create_symlink(folder / "secret.yaml", folder / "inside" / "link.yaml");
  write(folder / "inside" / "good.yaml", "scenario: S\nworld: worlds/../worlds/market.yaml\n");
  write(folder / "inside" / "bad.yaml", "scenario: S\nworld: link.yaml\n");
  CHECK(read_study({folder / "inside" / "good.yaml"}, {}).scenarios.size() == 1);
  CHECK(complaint([&] {
          read_study({folder / "inside" / "bad.yaml"}, {});
        }).find("outside the scenario's folder") != std::string::npos);
  fs::remove_all(folder);
}

TEST_CASE("what others do and what comes of a change may be uncertain, and may not happen at all") {
  const Study study = study_of_scenario(
      "changes:\n"
      "  - {change: brands.them.price, by: -15% to -5%, probability: 60%}\n"
      "  - {change: brands.them.price, by: 0.1 to 0.3}\n"
      "  - {change: brands.late.enters, to: month 12 to month 24}\n"
      "  - {change: departure.rate, to: 1% to 2% per month}\n"
      "investments:\n"
      "  - {name: training, amount: 200k to 300k, at: month 2}\n"
      "  - {name: training, amount: 10k to 12k per month, from: month 2, until: month 4}\n",
      head +
          "brands:\n  us: {price: 3.20, unit_cost: 1.10, share: 40%}\n  them: {price: 3, share: 60%}\n"
          "  late: {enters: never, appeal: 0}\ndeparture: {rate: 1% per month}\n");
  const Scenario& scenario = study.scenarios.at(0);
  const auto& changes = scenario.changes;
  REQUIRE(changes.size() == 4);
  CHECK(changes[0].probability == 0.6);
  CHECK(changes[0].amount == Approx(-0.1));
  CHECK(changes[0].uncertain->path == "changes.brands.them.price");
  CHECK(changes[0].uncertain->quantity == Quantity::share);
  CHECK(changes[1].uncertain->path == "changes.brands.them.price.2");
  CHECK(changes[1].uncertain->quantity == Quantity::number);
  CHECK(changes[2].amount == 17);  // ½ + √(11.5 · 23.5) = 16.94, as month 0.5 rounds to 1
  CHECK(changes[2].uncertain->whole);
  CHECK(changes[3].uncertain->quantity == Quantity::chance);
  CHECK(scenario.investments[0].uncertain->path == "investments.training");
  CHECK(scenario.investments[1].uncertain->path == "investments.training.2");
  CHECK(scenario.investments[1].amount == Approx(std::sqrt(120.0) * 1000));
}
