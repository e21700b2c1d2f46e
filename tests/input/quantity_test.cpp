// SPDX-License-Identifier: MIT
#include "sim/input/quantity.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
double value(const char* text, Quantity quantity, Period period = Period::month, Edge edge = Edge::first) {
  const Reading reading = read_quantity(text, {.name = "enters", .quantity = quantity}, period, edge);
  INFO(text << ": " << reading.reason);
  REQUIRE(reading);
  return reading.value;
}
std::string remedy(const char* text, Quantity quantity, Period period = Period::month) {
  const Reading reading = read_quantity(text, {.name = "x", .quantity = quantity}, period);
  INFO(text);
  REQUIRE_FALSE(reading);
  return reading.remedy;
}
}  // namespace

TEST_CASE("rates convert to the world's period by what they are") {
  CHECK(value("10% per year", Quantity::growth) ==
        Approx(0.007974140428903764).epsilon(1e-14));  // 1.1^(1/12) − 1
  CHECK(value("20% per year", Quantity::chance) ==
        Approx(0.018423470126248).epsilon(1e-12));  // 1 − .8^(1/12)
  CHECK(value("60 per year", Quantity::frequency) == Approx(5));
  CHECK(value("2% per month", Quantity::chance) == 0.02);  // exactly: nothing to convert
  CHECK(value("2% per month", Quantity::chance, Period::year) == Approx(1 - std::pow(0.98, 12)));
  CHECK(value("0", Quantity::chance) == 0);
}

TEST_CASE("durations and moments count periods of the world") {
  CHECK(value("18 months", Quantity::duration) == 18);
  CHECK(value("5 years", Quantity::duration) == 60);
  CHECK(value("18 months", Quantity::duration, Period::quarter) == 6);
  CHECK(value("1 year", Quantity::duration, Period::day) == 365);
  CHECK(value("month 7", Quantity::moment) == 7);
  CHECK(value("year 1", Quantity::moment) == 1);
  CHECK(value("year 2", Quantity::moment) == 13);
  CHECK(value("year 2", Quantity::moment, Period::month, Edge::last) == 24);
  CHECK(value("quarter 2", Quantity::moment, Period::week) == 14);
  CHECK(value("month 2", Quantity::moment, Period::day) == 32);  // 30.4 days are in a month
  CHECK(std::isinf(value("never", Quantity::moment)));
}

TEST_CASE("a quantity of the wrong kind is refused with the right form") {
  CHECK(remedy("10%", Quantity::growth) == "Write '10% per year'.");
  CHECK(remedy("2%", Quantity::chance, Period::week) == "Write '2% per week'.");
  CHECK(remedy("5", Quantity::frequency) == "Write '5 per month'.");
  CHECK(remedy("3,5 per year", Quantity::frequency) == "Write '3.5 per year'.");
  CHECK(remedy("2%/month", Quantity::chance) == "Write '2% per month'.");
  CHECK(remedy("18", Quantity::duration) == "Write '18 months'.");
  CHECK(remedy("18months", Quantity::duration) == "Write '18 months'.");
  CHECK(remedy("month 7", Quantity::duration) == "Write '7 months'.");
  CHECK(remedy("7 months", Quantity::moment) == "Write 'month 7'.");
  CHECK(remedy("7", Quantity::moment) == "Write 'month 7'.");
  CHECK(remedy("month 7", Quantity::moment, Period::year) == "Write, for example, 'year 7'.");
  CHECK(remedy("never", Quantity::moment) == "Write, for example, 'month 7'.");
  CHECK(remedy("10%", Quantity::number) == "Write '0.1'.");
  CHECK(remedy("0.3 to 0.5", Quantity::number) == "Write one number, such as its middle '0.4'.");
  CHECK(remedy("8% to 12% per year", Quantity::growth) ==
        "Write one number, such as its middle '10% per year'.");
  CHECK(remedy("normal(0.4, 0.1)", Quantity::number) == "Write one number, such as its middle '0.4'.");
}

TEST_CASE("a share above one that forgot its percent sign is told so") {
  const Reading reading =
      read_quantity("24", {.quantity = Quantity::share, .range = {0, 1, true, false}}, Period::month);
  CHECK(reading.remedy == "Write '24%'.");
}

TEST_CASE("people are whole, and a point before three digits is no decimal point there") {
  const auto people = [](const char* text) {
    return read_quantity(text, {.name = "people", .unit = "people", .range = {1, 1e10}}, Period::month);
  };
  CHECK(people("400k").value == 400000);
  CHECK(people("0.5k").value == 500);
  CHECK(people("1.234k").value == 1234);
  CHECK(people("400.000").reason == "400.000 may mean 400 or 400 thousand");
  CHECK(people("400.000").remedy == "Write 400000 or 400k.");
  CHECK(people("1.234").reason == "1.234 may mean 1.234 or 1234");
  CHECK(people("1.234.567").remedy == "Write '1234567'.");
  CHECK(people("10.5").reason == "10.5 is no whole number");
  CHECK(read_quantity("3.200", {.quantity = Quantity::money}, Period::month).value == 3.2);
}
