// SPDX-License-Identifier: MIT
#include "sim/engine/settle.hpp"

#include <cmath>

#include "places.hpp"
#include "sim/input/read.hpp"
#include "tests/support/catch.hpp"

namespace clientele {
namespace {

const std::filesystem::path worlds = std::filesystem::path(CLIENTELE_SOURCE_DIR) / "scenarios";

double furthest(const std::vector<double>& a, const std::vector<double>& b) {
  double most = 0;
  for (std::size_t j = 0; j < a.size(); ++j) {
    REQUIRE(std::isfinite(a[j] - b[j]));  // also of a brand that is not there today
    most = std::max(most, std::abs(a[j] - b[j]));
  }
  return most;
}

World coffee(const std::vector<Setting>& settings = {}) {
  return read_study({worlds / "coffee" / "market.yaml"}, settings).baseline.world;
}

}  // namespace

TEST_CASE("a world settled near itself is the same world") {
  const World world = coffee();
  const Settled full = settle(world, 1, {}, {});
  CHECK(furthest(settle_near(world, full).appeal, full.appeal) < 1e-3);
}

TEST_CASE(
    "at length: a world with other numbers is settled as if in full, up to a few hundredths of utility") {
  const Settled middle = settle(coffee(), 1, {}, {});
  for (const Setting& setting :
       {Setting{"choice.price_sensitivity.median", "3.6"}, Setting{"choice.inertia.mean", "1.0"},
        Setting{"choice.drivers.service.weight", "0.6"}}) {
    INFO(setting.path);
    const World other = coffee({setting});
    const Settled full = settle(other, 1, {}, {}), near = settle_near(other, middle);
    CHECK(furthest(full.appeal, middle.appeal) > 2 * furthest(near.appeal, full.appeal));
    CHECK(furthest(near.appeal, full.appeal) < 0.04);
  }
}

}  // namespace clientele
