// SPDX-License-Identifier: MIT
#include "sim/base/spelling.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
const std::vector<std::string> keys = {"inertia", "taste", "price", "price_sensitivity", "drivers"};
}

TEST_CASE("the nearest word is the one that takes the fewest slips") {
  CHECK(nearest("intertia", keys) == "inertia");  // one letter too many
  CHECK(nearest("inrtia", keys) == "inertia");    // one missing
  CHECK(nearest("tastr", keys) == "taste");       // one wrong
  CHECK(nearest("pirce", keys) == "price");       // two swapped: one slip
  CHECK(nearest("drivers", keys) == "drivers");
}

TEST_CASE("a word that is like none has no nearest") {
  CHECK(nearest("satisfaction", keys).empty());
  CHECK(nearest("xy", keys).empty());
  CHECK(nearest("", keys).empty());
  CHECK(nearest("inertia", {}).empty());
}

TEST_CASE("of two words equally near the first is taken") { CHECK(nearest("bat", {"cat", "rat"}) == "cat"); }

TEST_CASE("a short word allows one slip, a longer one a third of its letters") {
  CHECK(nearest("ab", {"abc"}) == "abc");
  CHECK(nearest("ab", {"abcd"}).empty());
  CHECK(nearest("abcdef", {"abcdefgh"}) == "abcdefgh");
  CHECK(nearest("abcdef", {"abcdefghi"}).empty());
}

TEST_CASE("words are listed as one would say them") {
  CHECK(listed({}) == "");
  CHECK(listed({"price"}) == "price");
  CHECK(listed({"price", "share"}) == "price and share");
  CHECK(listed({"price", "share", "ratings"}) == "price, share and ratings");
  CHECK(listed({"start", "mid", "end"}, "or") == "start, mid or end");
}
