// SPDX-License-Identifier: MIT
#include "tests/end_to_end/program.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
/// Minutes of work: nobody leaves in a hundred years.
std::vector<std::string> long_run(const std::string& customers, const std::string& replications) {
  return {"run",
          "market.yaml",
          "--out",
          "results",
          "--quiet",
          "--set",
          "horizon=100 years",
          "--set",
          "departure.rate=0% per month",
          "--customers",
          customers,
          "--replications",
          replications};
}
const std::vector<std::string> small_portions = long_run("1000", "20000");
const std::vector<std::string> one_large_portion = long_run("4M", "2");
}  // namespace

TEST_CASE("Ctrl-C keeps what is finished, says so, and gives exit code 130") {
  const TestFolder place;
  const Finished run = place.run_with_signal(small_portions, SIGINT, 1, 1500);
  CAPTURE(run.err);
  CHECK(run.exit_code == 130);
  CHECK_THAT(run.out, Catch::Contains("Interrupted: these are"));
  CHECK_FALSE(place.text("results/draws.csv").empty());
  CHECK_THAT(place.text("results/run.json"), Catch::Contains("\"interrupted\": true"));
}

TEST_CASE("SIGTERM is treated alike") {
  const TestFolder place;
  CHECK(place.run_with_signal(small_portions, SIGTERM, 1, 1500).exit_code == 130);
  CHECK_FALSE(place.text("results/draws.csv").empty());
}

TEST_CASE("Ctrl-C before anything is finished leaves no file") {
  const TestFolder place;
  const Finished run = place.run_with_signal(one_large_portion, SIGINT, 1, 500);
  CAPTURE(run.err);
  CHECK(run.exit_code == 130);
  CHECK(std::filesystem::is_empty(place.path("results")));
}

TEST_CASE("A second Ctrl-C leaves at once") {
  const TestFolder place;
  CHECK(place.run_with_signal(small_portions, SIGINT, 2, 500).exit_code == 130);
}
