// SPDX-License-Identifier: MIT
#include "sim/report/options_table.hpp"

#include <sstream>

#include "tests/report/fixed_results.hpp"
#include "tests/support/catch.hpp"

namespace clientele {
namespace {

OptionVerdict odds(double better, double best, double worst) {
  OptionVerdict verdict;
  verdict.better.value = better;
  verdict.loss.value = 1 - better;
  verdict.best.value = best;
  verdict.worst.value = worst;
  return verdict;
}

/// Today, one scenario that gains and one that loses.
Results three_options() {
  Results results = fixed_scenario(900e3, 10e3, 100e3);
  Headline worse = fixed_scenario(-400e3, 10e3, 0).headlines.back();
  worse.scenario = "A card for everybody";
  results.headlines.push_back(worse);
  results.draws = results.draws_asked = 256;
  for (std::size_t i : {1, 2}) {
    Against& against = *results.headlines[i].against;
    against.net = estimate(against.net_value, 10e3);
  }
  results.best = 1;
  results.headlines[1].against->odds = odds(0.97, 0.93, -50e3);
  results.headlines[2].against->odds = odds(0.02, 0.01, -900e3);
  results.staying = odds(0, 0.06, 0);
  results.perfect_information = Measured{12e3, 1e3};
  return results;
}

}  // namespace

TEST_CASE("several scenarios stand on one screen with their odds, and the best is named") {
  const std::string screen = options_table(three_options(), Colour::off);
  CHECK_THAT(screen, Catch::Contains("+800k") && Catch::Contains("97 %") && Catch::Contains("93 %") &&
                         Catch::Contains("-50.0k"));
  CHECK_THAT(screen, Catch::Contains("A card for everybody") && Catch::Contains("-400k"));
  CHECK_THAT(screen, Catch::Contains("'Ten per cent off' is the best of them by its mean: 800k EUR"));
  CHECK_THAT(screen, Catch::Contains("12.0k EUR"));
  std::istringstream lines(screen);
  for (std::string line; std::getline(lines, line);) CHECK(line.size() <= 80);
}

TEST_CASE("where nothing gains, doing nothing is best") {
  Results results = three_options();
  results.best.reset();
  CHECK_THAT(options_table(results, Colour::off),
             Catch::Contains("None of them is better than doing nothing."));
}

TEST_CASE("where all is known there are no odds to tell") {
  Results results = three_options();
  results.draws = 1;
  results.staying.reset();
  for (auto& headline : results.headlines)
    if (headline.against) headline.against->odds.reset();
  CHECK_THAT(options_table(results, Colour::off), Catch::Contains("5 % to 95 %") && Catch::Contains("–"));
}

TEST_CASE("each scenario tells why, and when its investment pays back") {
  Results results = three_options();
  results.headlines[1].against->why =
      EquityParts{{{"retention", 1.1e6, 1e3}, {"acquired", -300e3, 1e3}, {"margin", 100e3, 1e3}}, 900e3, 256};
  results.headlines[1].against->payback = 14;
  const std::string screen = options_table(results, Colour::off);
  CHECK_THAT(screen, Catch::Contains(
                         "    why +800k: retention +1.10M, acquired -300k, margin +100k, investment -100k\n"
                         "    payback after 14 months\n"));
  results.headlines[1].against->payback.reset();
  CHECK_THAT(options_table(results, Colour::off), Catch::Contains("    payback not within 60 months\n"));
}

}  // namespace clientele
