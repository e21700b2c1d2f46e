// SPDX-License-Identifier: MIT
#include "sim/report/run_json.hpp"

#include "sim/base/problem.hpp"
#include "tests/report/fixed_results.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
RunRecord fixed_record() {
  RunRecord record;
  record.recipe.program = "clientele";
  record.recipe.version = "0.1.0";
  record.recipe.commit = "abc";
  record.recipe.files = {"coffee/cut.yaml", "coffee/card.yaml"};
  record.recipe.sources = {{"coffee/cut.yaml", "scenario: \"Café\"\n"},
                           {"coffee/market.yaml", "market: x\r\n"}};
  record.recipe.settings = {{"choice.inertia", "0.8"}};
  record.recipe.options = {
      .customers = 500, .replications = 3, .seed = 18446744073709551615ull, .threads = 2};
  record.recipe.csv_style = CsvStyle::european;
  record.started = "2025-01-31T12:00:00Z";
  return record;
}

std::string written() { return run_json(fixed_record(), fixed_world()); }

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

std::string problem_of(const std::string& text) {
  try {
    read_run_json("run.json", text);
  } catch (const BadScenario& bad) {
    return to_text(bad.problems().at(0));
  }
  return "none";
}
}  // namespace

TEST_CASE("What a run.json says of making the run again is what was written") {
  const Recipe before = fixed_record().recipe, after = read_run_json("run.json", written());
  CHECK(after.files == before.files);
  CHECK(after.settings == before.settings);
  REQUIRE(after.sources.size() == 2);
  CHECK(after.sources[0].text == before.sources[0].text);
  CHECK(after.sources[1].text == before.sources[1].text);
  CHECK(after.options.customers == 500);
  CHECK(after.options.replications == 8);  // as many as the run came to use
  CHECK(after.options.draws == 1);
  CHECK(after.options.estimator == Estimator::realised);  // what it came to use
  CHECK(after.options.seed == 18446744073709551615ull);
  CHECK(after.csv_style == CsvStyle::european);
}

TEST_CASE("A damaged run.json is refused with the reason") {
  CHECK(problem_of(written()) == "none");
  CHECK(problem_of("") ==
        "run.json:1:1: this is not JSON, or it was cut short. Give the run.json as a run wrote it.");
  CHECK(problem_of("[1]").find("program: is missing") != std::string::npos);
  CHECK(problem_of(written().substr(0, 300)).find("cut short") != std::string::npos);
  CHECK(problem_of(replaced(written(), "market: x", "market: y")).find("SHA-256 differs") !=
        std::string::npos);
  CHECK(problem_of(replaced(written(), "\"customers\": 500", "\"customers\": -5")).find("out of range") !=
        std::string::npos);
  CHECK(problem_of(replaced(written(), "\"customers\": 500", "\"customers\": 1e99"))
            .find("not what a run writes") != std::string::npos);
  CHECK(problem_of(replaced(written(), "\"seed\"", "\"sead\"")).find("seed: is missing") !=
        std::string::npos);
}

TEST_CASE("Bytes that are no UTF-8 do not spoil the file") {
  RunRecord record = fixed_record();
  record.command = "clientele run \xff.yaml";
  CHECK_NOTHROW(read_run_json("run.json", run_json(record, fixed_world())));
}

TEST_CASE("How many draws explain equity is written where it was asked for, and read again") {
  CHECK_FALSE(read_run_json("run.json", written()).options.explain);
  RunRecord record = fixed_record();
  record.recipe.options.explain = 0;
  CHECK(*read_run_json("run.json", run_json(record, fixed_world())).options.explain == 0);
}
