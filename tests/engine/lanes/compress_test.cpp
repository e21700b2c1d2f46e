// SPDX-License-Identifier: MIT
// Taking some people out of lanes and looking them up again. Wider lanes are compared with these by whole
// runs (promise_test.cpp).
#include <cstdint>
#include <vector>

#include "sim/engine/lanes/one_lane.hpp"
#include "sim/engine/lanes/twin_lanes.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

using One = one_lane::Lanes<float>;

/// Those of a few numbers that are above 2, next to each other, and where they stood.
template <class Lane>
std::vector<float> above_two(const std::vector<float>& x, std::vector<std::uint32_t>& places) {
  std::vector<float> above(x.size() + Lane::width);
  places.resize(x.size() + Lane::width);
  int kept = 0;
  for (std::size_t i = 0; i < x.size(); i += Lane::width) {
    const auto selected = Lane::load(x.data() + i) > typename Lane::Real(2.0f);
    const auto place = Lane::count_up() + typename Lane::Word(static_cast<std::uint32_t>(i));
    Lane::compress(place, selected, places.data() + kept);
    kept += Lane::compress(Lane::load(x.data() + i), selected, above.data() + kept);
  }
  above.resize(static_cast<std::size_t>(kept)), places.resize(static_cast<std::size_t>(kept));
  return above;
}

/// What two columns hold at some places.
template <class Lane>
void check_looked_up(const std::vector<float>& x, const std::vector<std::uint32_t>& y,
                     const std::vector<std::uint32_t>& places) {
  float real[Lane::width];
  std::uint32_t word[Lane::width];
  for (std::size_t n = 0; n + Lane::width <= places.size(); n += Lane::width) {
    Lane::store(Lane::gather(x.data(), Lane::load(places.data() + n)), real);
    Lane::store(Lane::gather(y.data(), Lane::load(places.data() + n)), word);
    for (std::size_t lane = 0; lane < Lane::width; ++lane) {
      CHECK(real[lane] == x[places[n + lane]]);
      CHECK(word[lane] == y[places[n + lane]]);
    }
  }
}

}  // namespace

TEST_CASE("who is taken out of lanes stands next to each other, and is found again by his place") {
  const std::vector<float> x = {5, 1, 3, 4, 0, 2, 9, 8};
  const std::vector<std::uint32_t> y = {1u << 31, 7, 6, 5, 4, 3, 2, 1};
  std::vector<std::uint32_t> places;
  CHECK(above_two<One>(x, places) == std::vector<float>{5, 3, 4, 9, 8});
  CHECK(places == std::vector<std::uint32_t>{0, 2, 3, 6, 7});
  CHECK(above_two<Twin<One>>(x, places) == std::vector<float>{5, 3, 4, 9, 8});
  CHECK(places == std::vector<std::uint32_t>{0, 2, 3, 6, 7});
  check_looked_up<One>(x, y, places);
  check_looked_up<Twin<One>>(x, y, places);
}

TEST_CASE("of a product the lower 32 bits are kept") {
  const auto times = [](std::uint32_t x, std::uint32_t y) { return One::times(One::Word(x), y).bits; };
  CHECK(times(3, 7) == 21);
  CHECK(times(0xffffffffu, 7) == 0xfffffff9u);
  CHECK(times(0x10001u, 0x10001u) == 0x20001u);
}
