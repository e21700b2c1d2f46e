// SPDX-License-Identifier: MIT
#include "sim/cli/options.hpp"

#include "sim/base/problem.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
std::string refusal(const Words& words) {
  try {
    run_request(words);
  } catch (const BadUsage& bad) {
    return bad.what();
  }
  return "accepted";
}
}  // namespace

TEST_CASE("Without options a run has its defaults") {
  const RunRequest request = run_request({"market.yaml"});
  CHECK(request.files == std::vector<std::string>{"market.yaml"});
  CHECK(request.options.customers == 10000);
  CHECK(request.options.replications == 0);  // as many as fit
  CHECK(request.options.draws == 0);
  CHECK_FALSE(request.options.precision);
  CHECK(request.options.seed == 1);
  CHECK_FALSE(request.out);
  CHECK(request.loudness == Loudness::usual);
}

TEST_CASE("Every option of a run is read, before or after the file") {
  const RunRequest request = run_request({"--customers",
                                          "20k",
                                          "--seed=18446744073709551615",
                                          "cut.yaml",
                                          "--replications",
                                          "3",
                                          "--estimator",
                                          "expected",
                                          "--threads",
                                          "4",
                                          "--lanes",
                                          "8",
                                          "--set",
                                          "a.b=1",
                                          "--set",
                                          "c=x=y",
                                          "--out",
                                          "here",
                                          "--csv-style",
                                          "european",
                                          "--format",
                                          "csv",
                                          "--quiet"});
  CHECK(request.files == std::vector<std::string>{"cut.yaml"});
  CHECK(request.options.customers == 20000);
  CHECK(request.options.seed == 18446744073709551615ull);
  CHECK(request.options.replications == 3);
  CHECK(request.options.estimator == Estimator::expected);
  CHECK(request.options.threads == 4);
  CHECK(request.options.lanes == 8);
  REQUIRE(request.settings.size() == 2);
  CHECK(request.settings[1].path == "c");
  CHECK(request.settings[1].value == "x=y");
  CHECK(request.out == "here");
  CHECK(request.csv_style == CsvStyle::european);
  CHECK(request.loudness == Loudness::quiet);
}

TEST_CASE("An estimator is one of two, or what fits") {
  CHECK_FALSE(run_request({"a.yaml"}).options.estimator);
  CHECK_FALSE(run_request({"a.yaml", "--estimator", "auto"}).options.estimator);
  CHECK(run_request({"a.yaml", "--estimator", "realised"}).options.estimator == Estimator::realised);
  CHECK(refusal({"a.yaml", "--estimator", "exact"}) ==
        "--estimator 'exact': it takes auto, expected or realised");
}

TEST_CASE("A number of customers that is none is refused with what is permitted") {
  for (const std::string bad : {"nan",
                                "inf",
                                "-1",
                                "0",
                                "1e99",
                                "1e3",
                                "",
                                "10.5",
                                " 5",
                                "5 ",
                                "+5",
                                "0x10",
                                "17M",
                                "16000001",
                                "99999999999999999999",
                                "18446744073709551617",
                                "k",
                                "10K",
                                "10kk",
                                "1.2345k",
                                "1.23405k",
                                ".5k",
                                "1.k",
                                "17.5M"}) {
    CAPTURE(bad);
    CHECK_THAT(refusal({"f", "--customers", bad}), Catch::Contains("from 1 to 16,000,000"));
  }
  CHECK(run_request({"f", "--customers", "16M"}).options.customers == 16'000'000);
  CHECK(run_request({"f", "--customers", "1.5k"}).options.customers == 1500);
  CHECK(run_request({"f", "--customers", "1.234500M"}).options.customers == 1'234'500);
}

TEST_CASE("The other numbers have their ranges too") {
  for (const std::string bad : {"-1", "18446744073709551616", "nan", "1k"})
    CHECK_THAT(refusal({"f", "--seed", bad}), Catch::Contains("from 0 to 18446744073709551615"));
  for (const std::string bad : {"0", "-3", "1000001"})
    CHECK_THAT(refusal({"f", "--replications", bad}), Catch::Contains("from 1 to 1,000,000"));
  for (const std::string bad : {"0", "1025", "many"})
    CHECK_THAT(refusal({"f", "--threads", bad}), Catch::Contains("from 1 to 1,024"));
  CHECK_THAT(refusal({"f", "--lanes", "2"}), Catch::Contains("auto, 1, 4, 8 or 16"));
}

TEST_CASE("Formats that are not there yet are refused as such") {
  CHECK_THAT(refusal({"f", "--format", "xlsx"}), Catch::Contains("not written yet"));
  CHECK_THAT(refusal({"f", "--format", "html"}), Catch::Contains("not written yet"));
  CHECK_THAT(refusal({"f", "--format", "pdf"}), Catch::Contains("it takes csv"));
}

TEST_CASE("Options are not abbreviated, and what was meant is suggested") {
  CHECK_THAT(refusal({"f", "--cust", "5"}),
             Catch::Contains("unknown option --cust. Did you mean --customers?"));
  CHECK_THAT(refusal({"f", "--sede", "5"}), Catch::Contains("Did you mean --seed?"));
}

TEST_CASE("An option that would be ignored is refused") {
  CHECK_THAT(refusal({"f", "--seed", "1", "--seed", "2"}), Catch::Contains("more than once"));
  CHECK_THAT(refusal({"f", "--set", "inertia"}), Catch::Contains("path=value"));
  CHECK_THAT(refusal({"f", "--out", ""}), Catch::Contains("name of a folder"));
  CHECK_THAT(refusal({"f", "--quiet=no"}), !Catch::Contains("accepted"));
}

TEST_CASE("Draws and a precision are read, and refused with what is permitted") {
  const RunRequest request = compare_request({"a.yaml", "b.yaml", "--draws", "512", "--precision", "5%"});
  CHECK(request.files == std::vector<std::string>{"a.yaml", "b.yaml"});
  CHECK(request.options.draws == 512);
  CHECK(request.options.precision->share == Approx(0.05));
  CHECK(run_request({"a.yaml", "--precision", "50k"}).options.precision->amount == 50'000);
  CHECK_THAT(refusal({"a.yaml", "--draws", "4"}), Catch::Contains("too small") && Catch::Contains("8"));
  CHECK_THAT(refusal({"a.yaml", "--precision", "0%"}), Catch::Contains("such as 5%"));
  CHECK_THAT(refusal({"a.yaml", "--precision", "some"}), Catch::Contains("--precision 'some'"));
  for (const char* time : {"5", "0s", "1.5h", "5 days", "s", ""})
    CHECK_THAT(refusal({"a.yaml", "--time-limit", time}), Catch::Contains("--time-limit '"));
}

TEST_CASE("A run takes exactly one file") {
  CHECK_THAT(refusal({}), Catch::Contains("FILE"));
  CHECK_THAT(refusal({"a", "b"}), Catch::Contains("one FILE, not 2"));
}

TEST_CASE("A run made again takes only what leaves its results alone") {
  const RunRequest request = run_request({"--again", "run.json", "--threads", "2", "--out", "there"});
  CHECK(request.again == "run.json");
  for (const Words& words : std::vector<Words>{{"--again", "r", "--customers", "5"},
                                               {"--again", "r", "--seed", "5"},
                                               {"--again", "r", "--replications", "5"},
                                               {"--again", "r", "--set", "a=1"},
                                               {"--again", "r", "market.yaml"}})
    CHECK_THAT(refusal(words), Catch::Contains("--again"));
}

TEST_CASE("Help lists the options that are read") {
  for (const char* option : {"--customers", "--replications", "--seed", "--threads", "--lanes", "--set",
                             "--out", "--format", "--csv-style", "--quiet", "--again"})
    CHECK_THAT(run_help(), Catch::Contains(option));
  CHECK(asks_for_help({"f", "--help"}));
  CHECK_FALSE(asks_for_help({"--", "--help"}));
}

TEST_CASE("A check takes what decides its small simulations") {
  const CheckRequest request =
      check_request({"a.yaml", "b.yaml", "--customers", "2k", "--seed", "7", "--threads", "1"});
  CHECK(request.files == std::vector<std::string>{"a.yaml", "b.yaml"});
  CHECK(request.options.customers == 2000);
  CHECK(request.options.seed == 7);
  CHECK(request.options.threads == 1);
  CHECK(check_request({"a.yaml"}).options.customers == 10000);
}

TEST_CASE("The draws that explain equity are read, and refused with what is permitted") {
  CHECK_FALSE(run_request({"a.yaml"}).options.explain);
  CHECK(*run_request({"a.yaml", "--explain-draws", "0"}).options.explain == 0);
  CHECK(*compare_request({"a.yaml", "b.yaml", "--explain-draws=64"}).options.explain == 64);
  for (const std::string bad : {"-1", "all", "1.5", "2000000"})
    CHECK_THAT(refusal({"a.yaml", "--explain-draws=" + bad}),
               Catch::Contains("--explain-draws") && Catch::Contains("whole number from 0 to 1,000,000"));
  CHECK_THAT(refusal({"--again", "run.json", "--explain-draws", "8"}),
             Catch::Contains("--explain-draws would change"));
}
