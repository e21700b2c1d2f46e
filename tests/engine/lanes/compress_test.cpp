// SPDX-License-Identifier: MIT
// Taking some people out of lanes and putting them back. Wider lanes are compared with these by whole runs
// (promise_test.cpp).
#include <cstdint>
#include <vector>

#include "sim/engine/lanes/one_lane.hpp"
#include "sim/engine/lanes/twin_lanes.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using One = one_lane::Lanes<float>;

/// Those of a few numbers that are above 2, next to each other; and then back at their places, with −1 for
/// the others.
struct ThereAndBack {
  std::vector<float> above, back;
};
template <class Lane>
ThereAndBack there_and_back(const std::vector<float>& x) {
  ThereAndBack found{std::vector<float>(x.size() + Lane::width), std::vector<float>(x.size())};
  const auto selected = [&](std::size_t i) { return Lane::load(x.data() + i) > typename Lane::Real(2.0f); };
  int kept = 0, n = 0;
  for (std::size_t i = 0; i < x.size(); i += Lane::width)
    kept += Lane::compress(Lane::load(x.data() + i), selected(i), found.above.data() + kept);
  for (std::size_t i = 0; i < x.size(); i += Lane::width) {
    Lane::store(Lane::expand(found.above.data() + n, selected(i), typename Lane::Real(-1.0f)),
                found.back.data() + i);
    n += Lane::count(selected(i));
  }
  found.above.resize(static_cast<std::size_t>(kept));
  return found;
}

}  // namespace

TEST_CASE("whoever is taken out of lanes comes back to his place") {
  const std::vector<float> x = {5, 1, 3, 4, 0, 2, 9, 8};
  for (const ThereAndBack& found : {there_and_back<One>(x), there_and_back<Twin<One>>(x)}) {
    CHECK(found.above == std::vector<float>{5, 3, 4, 9, 8});
    CHECK(found.back == std::vector<float>{5, -1, 3, 4, -1, -1, 9, 8});
  }
}

TEST_CASE("amounts times a number are whole numbers with a sign, as the lower 32 bits have it") {
  const auto times = [](std::int32_t x, std::int32_t y) {
    return static_cast<std::int32_t>(
        One::times(One::Word(static_cast<std::uint32_t>(x)), static_cast<std::uint32_t>(y)).bits);
  };
  CHECK(times(3, -7) == -21);
  CHECK(times(0, -7) == 0);
  CHECK(times(1 << 15, 1 << 15) == 1 << 30);
}
