// SPDX-License-Identifier: MIT
#include "tests/end_to_end/program.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("Without a command the program says what there is") {
  const Finished help = TestFolder().run({});
  CHECK(help.exit_code == 2);
  CHECK(help.out.empty());
  CHECK_THAT(help.err, Catch::Contains("clientele run FILE"));
}

TEST_CASE("Version and help come on stdout") {
  const TestFolder place;
  CHECK_THAT(place.run({"--version"}).out, Catch::StartsWith("clientele ") && Catch::Contains("("));
  CHECK(place.run({"--help"}).exit_code == 0);
  CHECK_THAT(place.run({"run", "--help"}).out, Catch::Contains("--customers"));
  CHECK_THAT(place.run({"help", "check"}).out, Catch::Contains("clientele check FILE"));
}

TEST_CASE("A mistyped command or option is answered with what was meant, and exit code 2") {
  const TestFolder place;
  const Finished command = place.run({"rnu", "market.yaml"});
  CHECK(command.exit_code == 2);
  CHECK_THAT(command.err, Catch::Contains("Did you mean run?"));
  const Finished option = place.run({"run", "market.yaml", "--customer", "5"});
  CHECK(option.exit_code == 2);
  CHECK_THAT(option.err, Catch::Contains("Did you mean --customers?"));
  CHECK(place.run({"run", "market.yaml", "--customers", "nan"}).exit_code == 2);
  CHECK(place.run({"run", "market.yaml", "--seed", "-1"}).exit_code == 2);
  CHECK_FALSE(std::filesystem::exists(place.path("output")));
}

TEST_CASE("A bad scenario is answered with every problem, their count and exit code 3") {
  const TestFolder place;
  place.write(
      "bad.yaml",
      "scenario: x\nworld: market.yaml\nchangs: []\nchanges:\n  - {change: brands.us.prise, by: -10%}\n");
  const Finished run = place.run({"run", "bad.yaml"});
  CHECK(run.exit_code == 3);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, Catch::Contains("bad.yaml:3:1: ") && Catch::Contains("bad.yaml:5:") &&
                          Catch::Contains("; nothing was simulated\n"));
  CHECK_FALSE(std::filesystem::exists(place.path("output")));
  CHECK(place.run({"run", "absent.yaml"}).exit_code == 3);
  const Finished check = place.run({"check", "bad.yaml", "market.yaml", "--customers", "500"});
  CHECK(check.exit_code == 3);
  CHECK_THAT(check.out, Catch::Contains("market.yaml: in order"));
}

TEST_CASE("A damaged run.json is a bad scenario") {
  const TestFolder place;
  place.write("run.json", "{\"program\": ");
  const Finished again = place.run({"run", "--again", "run.json"});
  CHECK(again.exit_code == 3);
  CHECK_THAT(again.err, Catch::Contains("run.json:1:") && Catch::Contains("cut short"));
}

TEST_CASE("A folder that cannot be written is refused before the work, with exit code 1") {
  const TestFolder place;
  const Finished run =
      place.run({"run", "market.yaml", "--out", "market.yaml/results", "--customers", "16M"});
  CHECK(run.exit_code == 1);
  CHECK_THAT(run.err, Catch::Contains("cannot write to market.yaml/results") && Catch::Contains("--out"));
}

TEST_CASE("A parameter is described, and a near miss is answered with exit code 2") {
  const TestFolder place;
  CHECK_THAT(place.run({"describe", "choice.inertia"}).out,
             Catch::Contains("meaning") && Catch::Contains("default"));
  CHECK_THAT(place.run({"describe"}).out,
             Catch::Contains("brands.<brand>.price") && Catch::Contains("metrics.share"));
  CHECK_THAT(place.run({"describe", "--markdown"}).out, Catch::StartsWith("# "));
  CHECK_THAT(place.run({"describe", "choice"}).out, Catch::Contains("choice.inertia"));
  CHECK_THAT(place.run({"describe", "brands.price"}).err,
             Catch::Contains("Did you mean brands.<brand>.price?"));
  const Finished miss = place.run({"describe", "choice.intertia"});
  CHECK(miss.exit_code == 2);
  CHECK_THAT(miss.err, Catch::Contains("Did you mean choice.inertia?"));
}
