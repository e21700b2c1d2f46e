// SPDX-License-Identifier: MIT
#include "tests/end_to_end/program.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
/// Minutes of work: nobody leaves in all these years.
std::vector<std::string> long_run(const std::string& horizon, const std::string& customers,
                                  const std::string& replications) {
  return {"run",
          "market.yaml",
          "--out",
          "results",
          "--quiet",
          "--set",
          "horizon=" + horizon,
          "--set",
          "departure.rate=0% per month",
          "--customers",
          customers,
          "--replications",
          replications,
          "--explain-draws",
          "0"};
}
const std::vector<std::string> small_portions = long_run("20 years", "100", "200000");
const std::vector<std::string> one_large_portion = long_run("100 years", "4M", "2");

/// A run that was stopped after it had finished a portion: on a slow machine, or under a sanitizer, a later
/// try is.
Finished stopped_when_some_is_done(const TestFolder& place, int signal) {
  for (int milliseconds = 1000; milliseconds < 60'000; milliseconds *= 3) {
    const Finished run = place.run_with_signal(small_portions, signal, 1, milliseconds);
    if (run.err.find("before anything was finished") == std::string::npos) return run;
  }
  return place.run_with_signal(small_portions, signal, 1, 60'000);
}
}  // namespace

TEST_CASE("Ctrl-C keeps what is finished, says so, and gives exit code 130") {
  const TestFolder place;
  const Finished run = stopped_when_some_is_done(place, SIGINT);
  CAPTURE(run.err);
  CHECK(run.exit_code == 130);
  CHECK_THAT(run.out, Catch::Contains("Interrupted: these are"));
  CHECK_FALSE(place.text("results/draws.csv").empty());
  CHECK_THAT(place.text("results/run.json"), Catch::Contains("\"interrupted\": true"));
}

TEST_CASE("SIGTERM is treated alike") {
  const TestFolder place;
  const Finished run = stopped_when_some_is_done(place, SIGTERM);
  CAPTURE(run.err);
  CHECK(run.exit_code == 130);
  CHECK_FALSE(place.text("results/draws.csv").empty());
}

TEST_CASE("Ctrl-C before anything is finished leaves no file") {
  const TestFolder place;
  Finished run{};
  for (const int milliseconds : {500, 2000, 8000}) {
    run = place.run_with_signal(one_large_portion, SIGINT, 1, milliseconds);
    if (std::filesystem::exists(place.path("results"))) break;  // on a busy machine it has not begun so soon
  }
  CAPTURE(run.err);
  CHECK(run.exit_code == 130);
  CHECK(std::filesystem::is_empty(place.path("results")));
}

TEST_CASE("A second Ctrl-C leaves at once") {
  const TestFolder place;
  CHECK(place.run_with_signal(small_portions, SIGINT, 2, 500).exit_code == 130);
}

TEST_CASE(
    "A time limit keeps what is finished, tells how much, and that is a whole run which can be made again") {
  const TestFolder place;
  Finished run{};
  for (const char* limit : {"1s", "3s", "9s", "27s"}) {
    auto words = small_portions;
    words.insert(words.end(), {"--time-limit", limit});
    run = place.run(words);
    if (run.exit_code != 1) break;  // on a slow machine, or under a sanitizer, nothing is finished so soon
  }
  CAPTURE(run.err);
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, Catch::Contains("The time limit ended the run after"));
  CHECK_THAT(place.text("results/run.json"), Catch::Contains("\"interrupted\": false"));
  REQUIRE(place.run({"run", "--again", "results/run.json", "--out", "again", "--quiet"}).exit_code == 0);
  CHECK(place.text("again/draws.csv") == place.text("results/draws.csv"));
  CHECK(place.text("again/summary.csv") == place.text("results/summary.csv"));
}

TEST_CASE("A time limit that leaves time for nothing says so and leaves no file") {
  const TestFolder place;
  auto words = one_large_portion;
  words.insert(words.end(), {"--time-limit", "1s"});
  const Finished run = place.run(words);
  CHECK(run.exit_code == 1);
  CHECK_THAT(run.err, Catch::Contains("Allow more time"));
  CHECK(std::filesystem::is_empty(place.path("results")));
}
