// SPDX-License-Identifier: MIT
#include "sim/scenario/scenario.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

namespace {
Change change(Change::How how, double amount, int from = 1) {
  Change made;
  made.path = "brands.us.price";
  made.how = how;
  made.amount = amount;
  made.from = from;
  return made;
}
}  // namespace

TEST_CASE("a ramp over three months from month 7 stands at a third, two thirds, one") {
  Change ramp = change(Change::How::by_share, -0.1, 7);
  ramp.over = 3;
  CHECK(in_force(ramp, 6) == 0);
  CHECK(in_force(ramp, 7) == Approx(1.0 / 3));
  CHECK(in_force(ramp, 8) == Approx(2.0 / 3));
  CHECK(in_force(ramp, 9) == 1);
  CHECK(in_force(ramp, 60) == 1);
}

TEST_CASE("a change with an end goes back after it") {
  Change sale = change(Change::How::to, 2, 3);
  sale.until = 5;
  CHECK(lever_at(3, {&sale}, 2) == 3);
  CHECK(lever_at(3, {&sale}, 3) == 2);
  CHECK(lever_at(3, {&sale}, 5) == 2);
  CHECK(lever_at(3, {&sale}, 6) == 3);
}

TEST_CASE("a change that comes again holds in the same periods of each round, as often as it says") {
  Change sale = change(Change::How::by_share, -0.1, 3);  // months 3, 4; 7, 8; 11, 12
  sale.until = 4;
  sale.each = 4;
  sale.times = 3;
  for (int month = 1; month <= 60; ++month) {
    const bool holds = month == 3 || month == 4 || month == 7 || month == 8 || month == 11 || month == 12;
    INFO(month);
    CHECK(lever_at(3, {&sale}, month) == (holds ? Approx(2.7) : Approx(3)));
  }
  sale.times = std::nullopt;
  CHECK(in_force(sale, 59) == 1);
  CHECK(in_force(sale, 60) == 1);
  CHECK(in_force(sale, 61) == 0);
}

TEST_CASE("a ramp that comes again rises anew each time") {
  Change season = change(Change::How::by_amount, 4, 2);
  season.over = 4;
  season.until = 4;
  season.each = 3;
  const std::vector<double> expected = {3, 4, 5, 6, 4, 5, 6, 4};
  for (int month = 1; month <= 8; ++month)
    CHECK(lever_at(3, {&season}, month) == Approx(expected[static_cast<std::size_t>(month - 1)]));
}

TEST_CASE("a change counts as come when its last period is within the horizon") {
  Change sale = change(Change::How::by_share, -0.1, 3);  // ends with months 4, 16, 28
  CHECK(times_completed(sale, 60) == 0);
  sale.until = 4;
  CHECK(times_completed(sale, 3) == 0);
  CHECK(times_completed(sale, 60) == 1);
  sale.each = 12;
  CHECK(times_completed(sale, 27) == 2);
  CHECK(times_completed(sale, 28) == 3);
  sale.times = 2;
  CHECK(times_completed(sale, 28) == 2);
}

TEST_CASE("changes of a lever act in the order of the file") {
  const Change tenth = change(Change::How::by_share, -0.1), more = change(Change::How::by_amount, 1);
  CHECK(lever_at(3, {&tenth, &more}, 1) == Approx(3.7));
  CHECK(lever_at(3, {&more, &tenth}, 1) == Approx(3.6));
}

TEST_CASE("a segment's lever takes the changes of its own path and of the one it inherits") {
  Scenario scenario;
  scenario.changes = {change(Change::How::to, 1), change(Change::How::to, 2)};
  scenario.changes[0].path = "departure.rate";
  scenario.changes[1].path = "segments.young.departure.rate";
  CHECK(changes_of(scenario, "segments.young.departure.rate").size() == 1);
  CHECK(changes_of(scenario, "segments.young.departure.rate", "departure.rate").size() == 2);
}

TEST_CASE("an investment at the start of month 13 at ten per cent a year is worth 1/1.1 of itself") {
  Scenario scenario;
  scenario.world.value.discount_rate.value = growth_per(0.1, Period::year, Period::month);
  scenario.investments.push_back({.name = "menus", .amount = 110, .from = 13, .until = {}});
  CHECK(investment_today(scenario) == Approx(100));
  scenario.investments.push_back({.name = "now", .amount = 5, .from = 1, .until = 1});
  CHECK(investment_today(scenario) == Approx(105));
}
