// SPDX-License-Identifier: MIT
#include "sim/input/figure.hpp"

#include <cmath>
#include <locale>

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("figures are read exactly") {
  CHECK(read_figure("0.1").value == 0.1);
  CHECK(read_figure("3.20").value == 3.2);
  CHECK(read_figure("-10%").value == -0.1);
  CHECK(read_figure("-10%").in_percent);
  CHECK(read_figure("1.2M").value == 1.2e6);
  CHECK(read_figure("40k").value == 40000);
  CHECK(read_figure("3.3k").value == 3300);  // 3.3 * 1000 would be 3299.9999999999995
  CHECK(read_figure("1e5").value == 1e5);
  CHECK(read_figure("2.5E-3").value == 0.0025);
  CHECK(read_figure("0").value == 0);
  CHECK_FALSE(std::signbit(read_figure("-0").value));
}

TEST_CASE("what only looks like a figure is refused with what was meant") {
  const auto remedy = [](const char* text) {
    const Reading reading = read_figure(text);
    REQUIRE_FALSE(reading);
    return reading.remedy;
  };
  CHECK(remedy("010") == "Write '10'.");
  CHECK(remedy("1_000") == "Write '1000'.");
  CHECK(remedy("1,000") == "Write '1000'.");
  CHECK(remedy("3,20") == "Write '3.20'.");
  CHECK(remedy("1.234,5") == "Write '1234.5'.");
  CHECK(remedy("1'000") == "Write '1000'.");
  CHECK(remedy("+5") == "Write '5'.");
  CHECK(remedy("\xe2\x88\x92"
               "5%") == "Write '-5%'.");
  CHECK(remedy("5.") == "Write '5'.");
  CHECK(remedy("-.5") == "Write '-0.5'.");
  CHECK(remedy("10 %") == "Write '10%'.");
  CHECK(remedy("40K") == "Write '40k'.");
  for (const char* odd : {"", " ", "-", "%", ".nan", "nan", "inf", "-.inf", "0x10", "1e", "1e99999", "abc",
                          "1.2.3", "--1", "10%%"})
    CHECK_FALSE(read_figure(odd));
  CHECK_FALSE(read_figure("1e-400"));
  CHECK_FALSE(read_figure("1e999"));
  CHECK(read_figure("0e-400").value == 0);
}

TEST_CASE("a locale with a decimal comma changes nothing") {
  struct Comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
  };
  const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Comma));
  CHECK(read_figure("3.20").value == 3.2);
  CHECK_FALSE(read_figure("3,20"));
  std::locale::global(before);
}
