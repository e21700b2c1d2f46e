// SPDX-License-Identifier: MIT
#include "sim/cli/progress.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
/// Tells progress at a speed of its own: so many seconds for each hundredth.
std::string told(ProgressLook look, double seconds_a_hundredth) {
  double now = 5;
  std::string text;
  ProgressTeller teller(
      look, [&](std::string_view more) { text += more; }, [&] { return now; });
  for (int hundredth = 1; hundredth <= 100; ++hundredth) {
    now += seconds_a_hundredth;
    teller(hundredth / 100.0);
  }
  teller.finish();
  return text;
}
}  // namespace

TEST_CASE("A run of less than a second stays silent") {
  CHECK(told(ProgressLook::lines, 0.005).empty());
  CHECK(told(ProgressLook::bar, 0.005).empty());
}

TEST_CASE("A log gets a line at every tenth, with the time left") {
  CHECK(
      told(ProgressLook::lines, 0.2) ==
      "10 %, 18 s left\n20 %, 16 s left\n30 %, 14 s left\n40 %, 12 s left\n50 %, 10 s left\n60 %, 8 s left\n"
      "70 %, 6 s left\n80 %, 4 s left\n90 %, 2 s left\n");
}

TEST_CASE("A terminal gets a bar that is wiped away") {
  const std::string text = told(ProgressLook::bar, 0.2);
  CHECK_THAT(text, Catch::Contains("\r[####################....................] 50 %, 10 s left"));
  CHECK_THAT(text, Catch::EndsWith("\r\033[K"));
}

TEST_CASE("Silence is silent") { CHECK(told(ProgressLook::none, 1).empty()); }

TEST_CASE("Time left is told in the unit that suits it") {
  CHECK(progress_words(0.5, 100) == "50 %, 100 s left");
  CHECK(progress_words(0.5, 600) == "50 %, 10 min left");
  CHECK(progress_words(0.5, 7200) == "50 %, 2.0 h left");
  CHECK(progress_words(0, 5) == "0 %");
}
