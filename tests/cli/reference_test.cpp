// SPDX-License-Identifier: MIT
#include "sim/cli/reference.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
std::string path_of(const std::string& path) {
  const auto found = look_up(reference(), path);
  return found ? found->path : "nothing";
}
}  // namespace

TEST_CASE("A path with names of the user's own finds its description") {
  CHECK(path_of("brands.us.price") == "brands.<brand>.price");
  CHECK(path_of("brands.<brand>.price") == "brands.<brand>.price");
  CHECK(path_of("brands.us.ratings.quality") == "brands.<brand>.ratings.<driver>");
  CHECK(path_of("segments.students.share") == "segments.<segment>.share");
}

TEST_CASE("A segment's own parameter is described as the world's") {
  CHECK(path_of("segments.students.choice.inertia") == "choice.inertia");
  CHECK(path_of("segments.students.choice.inertia.mean") == "choice.inertia");
}

TEST_CASE("A distribution's parameter is described with its trait, but only with a trait") {
  CHECK(path_of("choice.inertia.sd") == "choice.inertia");
  CHECK(path_of("departure.rate.sd") == "nothing");
}

TEST_CASE("Metrics are described, by their name alone too") {
  CHECK(path_of("metrics.share") == "metrics.share");
  CHECK(path_of("retention") == "metrics.retention");
}

TEST_CASE("A path that means nothing gets the nearest one") {
  const auto all = reference();
  CHECK(nearest_path(all, "brands.us.prise") == "brands.us.price");
  CHECK(nearest_path(all, "choice.intertia") == "choice.inertia");
  CHECK(nearest_path(all, "retenton") == "retention");
  CHECK(nearest_path(all, "completely.different.thing").empty());
}

TEST_CASE("Every parameter and metric says what it means, and the page has all of them") {
  const auto all = reference();
  const std::string page = reference_page(all);
  for (const auto& one : all) {
    CAPTURE(one.path);
    CHECK_FALSE(one.meaning.empty());
    const auto name = one.what == Described::What::metric ? one.path.substr(8) : one.path;
    CHECK_THAT(page, Catch::Contains("| `" + name + "` |"));
  }
}

TEST_CASE("A group has all that is in it, and a path without its names is completed") {
  const auto all = reference();
  const auto choice = group_of(all, "choice");
  REQUIRE(choice.size() > 3);
  for (const auto& one : choice) CHECK_THAT(one.path, Catch::StartsWith("choice."));
  CHECK_FALSE(group_of(all, "brands.us").empty());
  CHECK(group_of(all, "segments.students.choice").size() == choice.size());
  CHECK(group_of(all, "choices").empty());
  CHECK(nearest_path(all, "brands.price") == "brands.<brand>.price");
}

TEST_CASE("Examples are of the kind that is written") {
  const auto kind = [all = reference()](const std::string& path) { return look_up(all, path)->kind; };
  CHECK(kind("brands.us.enters") == "a moment, such as month 7");
  CHECK(kind("people") == "a number, such as 400k");
  CHECK(kind("horizon") == "a length of time, such as 18 months");
}
