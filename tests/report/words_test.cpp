// SPDX-License-Identifier: MIT
#include "sim/report/words.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("Amounts are told with three digits and a word for their size") {
  CHECK(money(1234567, "EUR") == "1.23M EUR");
  CHECK(money(409600, "EUR") == "410k EUR");
  CHECK(money(3.2, "EUR") == "3.20 EUR");
  CHECK(money(-1.5e9, "USD") == "-1.50bn USD");
  CHECK(compact(96000) == "96.0k");
  CHECK(compact(0.0123) == "0.0123");
  CHECK(compact(12345, 2) == "12k");
  CHECK(compact(456, 2) == "460");
}

TEST_CASE("Rounding up carries over to the next size") {
  CHECK(compact(999.4) == "999");
  CHECK(compact(999.6) == "1.00k");
  CHECK(compact(999999) == "1.00M");
  CHECK(compact(99.96) == "100");
}

TEST_CASE("Nothing is told as zero, without a sign, and what is missing as a dash") {
  CHECK(compact(0) == "0");
  CHECK(compact(-1e-9) == "0");
  CHECK(signed_compact(1e-9) == "0");
  CHECK(percent(-0.0001) == "0.0 %");
  CHECK(signed_points(-0.0001) == "0.0 points");
  CHECK(compact(std::nan("")) == "–");
}

TEST_CASE("Differences carry their sign") {
  CHECK(signed_compact(8000) == "+8.00k");
  CHECK(signed_compact(-8000) == "-8.00k");
  CHECK(signed_points(0.011) == "+1.1 points");
}

TEST_CASE("Whole numbers have their thousands apart") {
  CHECK(whole(999) == "999");
  CHECK(whole(10000) == "10,000");
  CHECK(whole(-1234567) == "-1,234,567");
}

TEST_CASE("Text is wrapped at the width as it is seen, and a long word stands alone") {
  CHECK(wrapped("a bb ccc", "", 4) == "a bb\nccc\n");
  CHECK(wrapped("± ± ±", "  ", 5) == "  ± ±\n  ±\n");
  CHECK(wrapped("abcdefgh i", "", 4) == "abcdefgh\ni\n");
}
