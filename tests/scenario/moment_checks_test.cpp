// SPDX-License-Identifier: MIT
#include "sim/scenario/moment_checks.hpp"

#include <cmath>

#include "tests/input/files.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;
using namespace clientele::test;

namespace {
const std::string market = head + brands + "  late: {appeal: 0, enters: never}\n";
std::string refusal(const std::string& changes) {
  return complaint([&] { study_of_scenario("changes:\n" + changes, market); });
}
}  // namespace

TEST_CASE("the last change of a moment holds") {
  const Study study = study_of_scenario(
      "changes:\n  - {change: brands.late.enters, to: month 7}\n  - {change: brands.late.enters, to: month "
      "9}\n",
      market);
  const auto presence = presence_of(study.scenarios.front().world.brands[2], study.scenarios.front());
  CHECK(presence.enters == 9);
  CHECK(std::isinf(presence.leaves));
}

TEST_CASE("brands may come, go and stay away within the horizon") {
  CHECK(refusal("  - {change: brands.late.enters, to: month 60}\n").empty());
  CHECK(refusal("  - {change: brands.late.enters, to: never}\n").empty());
  CHECK(refusal("  - {change: brands.them.enters, to: month 7}\n").empty());
  CHECK(refusal("  - {change: brands.them.leaves, to: month 2}\n").empty());
  CHECK(refusal("  - {change: brands.us.enters, to: month 1}\n").empty());
}

TEST_CASE("a brand cannot leave before it enters, whichever of the two changes") {
  CHECK(
      refusal(
          "  - {change: brands.late.enters, to: month 12}\n  - {change: brands.late.leaves, to: month 12}\n")
          .find("changes.2.to: late would leave in month 12, but enter in month 12") != std::string::npos);
  CHECK(refusal("  - {change: brands.them.leaves, to: month 1}\n").find("changes.1.to: them would leave") !=
        std::string::npos);
}
