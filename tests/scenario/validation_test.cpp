// SPDX-License-Identifier: MIT
#include "sim/scenario/validation.hpp"

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

namespace {
std::string of(const std::string& more) {
  return complaint([&] { world_of(head + more); });
}
}  // namespace

TEST_CASE("shares may miss one by rounding only") {
  CHECK(of("brands:\n  us: {price: 3, unit_cost: 1, share: 33.33333%}\n  b: {share: 33.33333%}\n  c: {share: "
           "33.33334%}\n")
            .empty());
  CHECK(
      of("brands:\n  us: {price: 3, unit_cost: 1, share: 33.3%}\n  b: {share: 33.3%}\n  c: {share: 33.3%}\n")
          .find("sum to 99.9%") != std::string::npos);
}

TEST_CASE("one brand alone needs neither share nor appeal") {
  CHECK(of("brands:\n  us: {price: 3, unit_cost: 1}\n").empty());
}

TEST_CASE("brands may all have an appeal instead of a share") {
  CHECK(of("brands:\n  us: {price: 3, unit_cost: 1, appeal: 0}\n  b: {appeal: 0.5}\n").empty());
}

TEST_CASE("a brand that enters later has an appeal or ratings beside the shares of the others") {
  CHECK(of(brands + "  late: {price: 3, appeal: 0, enters: never}\n").empty());
  CHECK(of("brands:\n  us: {price: 3, unit_cost: 1, share: 100%, ratings: {quality: 4}}\n  late: {enters: "
           "month 7, ratings: {quality: 3}}\nchoice: {drivers: {quality: {weight: 1}}}\n")
            .empty());
}

TEST_CASE("quality and service may be rated without being drivers when experience is on") {
  const std::string rated = "brands:\n  us: {price: 3, unit_cost: 1, ratings: {quality: 4, service: 4}}\n";
  CHECK(of(rated + "experience: {}\n").empty());
  CHECK(of(rated + "segments:\n  all: {share: 100%, experience: {}}\n").empty());
  CHECK(of(rated).find("there is no driver of this name") != std::string::npos);
}

TEST_CASE("a parameter of the world is used if a segment uses it") {
  const std::string used =
      "need: {purchases: 5 per month}\nsegments:\n  all: {share: 100%, need: {model: poisson_gamma}}\n";
  CHECK(of(brands + used).empty());
  const std::string own =
      "need: {purchases: 5 per month}\nsegments:\n  all: {share: 100%, need: {model: poisson_gamma, "
      "purchases: 4 per month}}\n";
  CHECK(of(brands + own).find("need.purchases: is unused") != std::string::npos);
}

TEST_CASE("thresholds of a segment are checked with what it inherits, once") {
  const std::string rated =
      "brands:\n  us: {price: 3, unit_cost: 1, ratings: {quality: 4, service: 4}}\nexperience: "
      "{delighted_above: 4}\n";
  const std::string text =
      of(rated + "segments:\n  a: {share: 50%, experience: {dissatisfied_below: 4.5}}\n  b: {share: 50%}\n");
  CHECK(text ==
        "market.yaml:10:52: segments.a.experience.dissatisfied_below: dissatisfied_below (4.5) is above "
        "delighted_above (4). Write thresholds in this order.\n");
}

TEST_CASE("there are bounds on brands and segments") {
  std::string many = "brands:\n  us: {price: 3, unit_cost: 1, appeal: 0}\n";
  for (int i = 0; i < 64; ++i) many += "  b" + std::to_string(i) + ": {appeal: 0}\n";
  CHECK(of(many).find("there are 65 brands (at most 32)") != std::string::npos);
  std::string segments = "segments:\n";
  for (int i = 0; i < 129; ++i) segments += "  s" + std::to_string(i) + ": {share: 0.5%}\n";
  CHECK(of(brands + segments).find("there are 129 segments (at most 128)") != std::string::npos);
}

TEST_CASE("what could not be read hides the checks that hang on it, and no others") {
  const std::string text =
      of("brands:\n  us: {price: 3, unit_cost: 1, share: half}\n  b: {share: 50%}\nwindow: 6 years\n");
  CHECK(text.find("'half' is no number") != std::string::npos);
  CHECK(text.find("window: is longer than the horizon") != std::string::npos);
  CHECK(text.find("sum to") == std::string::npos);
}

TEST_CASE("a price that cannot be read does not hide that the shares are wrong") {
  const std::string text =
      of("brands:\n  us: {price: cheap, unit_cost: 1, share: 40%}\n  b: {share: 50%}\n  c: {pric: 3, share: "
         "20%}\n");
  CHECK(text.find("the brands' shares sum to 110%") == std::string::npos);  // pric could be anything
  CHECK(of("brands:\n  us: {price: cheap, unit_cost: 1, share: 40%}\n  b: {share: 70%}\n")
            .find("the brands' shares sum to 110%") != std::string::npos);
}
