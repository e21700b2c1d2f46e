// SPDX-License-Identifier: MIT
#include "sim/cli/check_text.hpp"

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

namespace {
std::string words_of(const std::string& changes) {
  const Study study =
      study_of_scenario("changes:\n" + changes, head + brands + "  late: {appeal: 0, enters: never}\n");
  return changes_in_words(study.scenarios.front());
}
}  // namespace

TEST_CASE("A moment is told as what it becomes, beside what it was") {
  CHECK_THAT(words_of("  - {change: brands.late.enters, to: month 12}\n"),
             Catch::Contains("brands.late.enters  in month 12 (before: never)\n"));
  CHECK_THAT(words_of("  - {change: brands.them.leaves, to: month 12}\n"
                      "  - {change: brands.them.leaves, to: never}\n"),
             Catch::Contains("in month 12 (before: never)") && Catch::Contains("never (before: month 12)"));
}

TEST_CASE("A second change of a lever starts from what the first reached") {
  CHECK_THAT(words_of("  - {change: brands.us.price, to: 3, over: 3 months}\n"
                      "  - {change: brands.us.price, by: 10%, from: month 7}\n"),
             Catch::Contains("3.20 to 3.00") && Catch::Contains("3.00 to 3.30 (+10 %)"));
}

TEST_CASE("What rivals do about a change is told beside it") {
  const Study study = study_of_scenario("changes:\n  - {change: brands.us.price, by: -10%, from: month 3}\n",
                                        head +
                                            "brands:\n  us: {price: 3.20, unit_cost: 1.10, share: 40%}\n"
                                            "  them: {price: 3.00, unit_cost: 1.00, share: 60%, reaction: "
                                            "{model: match_price, lag: 2 months}}\n");
  CHECK(consequences_in_words(study.scenarios.front()) ==
        "From this follows:\n  brands.them.price  3.00 to 2.70  from month 5\n");
  CHECK(consequences_in_words(study_of_scenario("").scenarios.front()).empty());
}

TEST_CASE("A ramp that is cut off is told as far as it comes") {
  CHECK_THAT(words_of("  - {change: brands.us.price, by: -10%, over: 10 months, until: month 5}\n"),
             Catch::Contains("3.20 to 3.04"));
}

TEST_CASE("A change that comes again says how long from one beginning to the next, and how often") {
  CHECK_THAT(
      words_of("  - {change: brands.us.price, by: -10%, from: month 3, until: month 3, each: 1 quarter, "
               "times: 4}\n"
               "  - {change: brands.us.price, by: 10%, until: month 2, each: 1 year}\n"),
      Catch::Contains("  in month 3, each 3 months, 4 times\n") &&
          Catch::Contains("  from month 1 until month 2, each 12"));
}
