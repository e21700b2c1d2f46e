// SPDX-License-Identifier: MIT
#include "places.hpp"
#include "tests/end_to_end/program.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
constexpr const char* tables[] = {"summary.csv", "periods.csv", "clv.csv", "draws.csv"};
const std::vector<std::string> small = {"--customers", "500", "--replications", "3"};

std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

void check_same_tables(const TestFolder& place, const std::string& a, const std::string& b) {
  for (const std::string table : tables) {
    CAPTURE(table);
    CHECK_FALSE(place.text(a + "/" + table).empty());
    CHECK(place.text(a + "/" + table) == place.text(b + "/" + table));
  }
}
}  // namespace

TEST_CASE("A world is run, told on stdout and written to files") {
  const TestFolder place;
  const Finished run = place.run(with({"run", "market.yaml", "--out", "results"}, small));
  CAPTURE(run.err);
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
  CHECK_THAT(run.out, Catch::StartsWith("Coffee & tea\n") && Catch::Contains("Customer equity") &&
                          Catch::Contains("customer-months simulated"));
  for (const std::string table : tables) CHECK_FALSE(place.text("results/" + table).empty());
  CHECK_THAT(place.text("results/summary.csv"),
             Catch::StartsWith("scenario,brand,segment,metric,unit,mean,sd,p05,p25,p50,p75,p95,mc_error\n"));
  CHECK_THAT(place.text("results/run.json"), Catch::Contains("\"interrupted\": false"));
}

TEST_CASE("A scenario is set beside its world, by default in a folder of its own name") {
  const TestFolder place;
  const Finished run = place.run(with({"run", "cut.yaml"}, small));
  CAPTURE(run.err);
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, Catch::Contains("Ten per cent off") &&
                          Catch::Contains("Monte Carlo error (paired, 3 replications)") &&
                          Catch::Contains("Files in output/"));
}

TEST_CASE("Results do not depend on the number of threads") {
  const TestFolder place;
  CHECK(place.run(with({"run", "cut.yaml", "--threads", "1", "--out", "one"}, small)).exit_code == 0);
  CHECK(place.run(with({"run", "cut.yaml", "--threads", "2", "--out", "two"}, small)).exit_code == 0);
  check_same_tables(place, "one", "two");
}

TEST_CASE("A run is made again from its run.json alone") {
  const TestFolder place;
  CHECK(place
            .run(with({"run", "cut.yaml", "--seed", "7", "--set", "choice.inertia=0.9", "--out", "first",
                       "--csv-style", "european"},
                      small))
            .exit_code == 0);
  place.write("market.yaml", "gone");
  place.write("cut.yaml", "gone");
  const Finished again = place.run({"run", "--again", "first/run.json", "--out", "again"});
  CAPTURE(again.err);
  CHECK(again.exit_code == 0);
  check_same_tables(place, "first", "again");
}

TEST_CASE("Another seed gives other results") {
  const TestFolder place;
  place.run(with({"run", "market.yaml", "--out", "one"}, small));
  place.run(with({"run", "market.yaml", "--out", "two", "--seed", "2"}, small));
  CHECK(place.text("one/draws.csv") != place.text("two/draws.csv"));
}

TEST_CASE("Where nobody leaves, the formula of practice takes the horizon") {
  // 20 a month for 36 months: 720.
  const TestFolder place;
  const auto gym = std::filesystem::path(CLIENTELE_SOURCE_DIR) / "tests/known_answers/gym.yaml";
  const Finished run = place.run(with({"run", gym.string(), "--quiet"}, small));
  CHECK_THAT(run.out, Catch::Contains("simple formula S x C x P x t           720 EUR"));
  CHECK_THAT(run.out, Catch::Contains("t 36.0 months"));
}

TEST_CASE("Scenarios are compared in draws of what is not known, and made again from the run.json") {
  const TestFolder place;
  place.write("dear.yaml",
              "scenario: Ten per cent more\nworld: market.yaml\n"
              "changes:\n  - {change: brands.us.price, by: 10%}\n");
  const Finished run = place.run({"compare", "cut.yaml", "dear.yaml", "--set", "choice.inertia=0.6 to 1.0",
                                  "--customers", "300", "--draws", "20", "--out", "both"});
  CAPTURE(run.err);
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, Catch::Contains("24 draws of 1 uncertain number") &&
                          Catch::Contains("Ten per cent more") && Catch::Contains("better than today in"));
  CHECK_THAT(place.text("both/comparison.csv"), Catch::Contains("Ten per cent off,net_value,"));
  CHECK_THAT(place.text("both/draws.csv"), Catch::Contains("choice.inertia"));
  CHECK(place.run({"compare", "--again", "both/run.json", "--out", "again"}).exit_code == 0);
  for (const std::string table : {"summary.csv", "comparison.csv", "equity.csv", "draws.csv"}) {
    CAPTURE(table);
    CHECK(place.text("both/" + table) == place.text("again/" + table));
  }
}

TEST_CASE("Checking says what is assumed, implied and changed, and writes nothing") {
  const TestFolder place;
  const Finished check = place.run({"check", "market.yaml", "cut.yaml"});
  CAPTURE(check.err);
  CHECK(check.exit_code == 0);
  CHECK_THAT(check.out, Catch::Contains("cut.yaml: in order") && Catch::Contains("choice.taste") &&
                            Catch::Contains("What the parameters imply") &&
                            Catch::Contains("3.20 to 2.88 (-10 %)") && Catch::Contains("from month 4"));
  CHECK_FALSE(std::filesystem::exists(place.path("output")));
}

TEST_CASE("What is permitted but seldom meant is advised, and everything is done all the same") {
  const TestFolder place;
  const Finished run =
      place.run(with({"run", "market.yaml", "--quiet", "--set", "brands.us.unit_cost=4.10"}, small));
  CHECK(run.exit_code == 0);
  CHECK(run.err == "Note: us sells below its unit cost: 3.20 < 4.10.\n");
  const Finished check =
      place.run({"check", "market.yaml", "--customers", "500", "--set", "brands.us.unit_cost=4.10"});
  CHECK(check.exit_code == 0);
  CHECK(check.err == run.err);
}
