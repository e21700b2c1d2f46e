// SPDX-License-Identifier: MIT
#include "sim/scenario/brand_checks.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

namespace clientele {

namespace {
/// Whether a world of one brand with so many drivers, all rated, is told that they are too many.
bool too_many(std::size_t drivers) {
  World world;
  world.market.focal = "us";
  Brand us;
  us.price = us.unit_cost = Lever{{1}};
  for (std::size_t d = 0; d < drivers; ++d) {
    const std::string name = "d" + std::to_string(d);
    world.behaviours.choice.drivers.push_back({name, {}});
    us.ratings.push_back({name, Lever{{3}}});
  }
  world.brands.push_back({"us", us});
  Problems problems;
  check_brands(world, {}, problems);
  return std::any_of(problems.found().begin(), problems.found().end(), [](const Problem& p) {
    return p.path == "choice.drivers" && p.reason == "there are 33 drivers (at most 32)";
  });
}
}  // namespace

TEST_CASE("a world has no more drivers than the engine has room for") {
  CHECK_FALSE(too_many(32));
  CHECK(too_many(33));
}

}  // namespace clientele
