// SPDX-License-Identifier: MIT
#include "sim/engine/parallel.hpp"

#include <atomic>
#include <stdexcept>
#include <vector>

#include "tests/support/catch.hpp"

namespace clientele {

TEST_CASE("every index is worked on once, whatever the threads") {
  for (const int threads : {1, 2, 5}) {
    std::vector<std::atomic<int>> done(1000);
    in_parallel(threads, done.size(), [&](std::size_t i) { ++done[i]; });
    int once = 0;
    for (const auto& times : done) once += times == 1;
    CHECK(once == 1000);
  }
}

TEST_CASE("what goes wrong in a part of the work is told to whoever asked for it") {
  CHECK_THROWS_AS(in_parallel(2, 100,
                              [](std::size_t i) {
                                if (i == 57) throw std::runtime_error("57");
                              }),
                  std::runtime_error);
}

TEST_CASE("threads asked for are threads used, and none asked for are all cores") {
  CHECK(threads_for(3) == 3);
  CHECK(threads_for(0) >= 1);
}

}  // namespace clientele
