// SPDX-License-Identifier: MIT
// Average and marginal acquisition cost, CLV : CAC and payback, by hand.
#include "models/arrival/acquisition.hpp"

#include <vector>

#include "models/arrival/channel.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("the average acquisition cost is missing, not zero, where nobody came or nothing was spent") {
  CHECK(*average_acquisition_cost(10000, 250) == 40);
  CHECK_FALSE(average_acquisition_cost(10000, 0));
  CHECK_FALSE(average_acquisition_cost(0, 250));
}

TEST_CASE("the next one costs the inverse of what one more unit of currency brings") {
  const std::vector<double> one = {0}, gain = {.02};
  CHECK(*marginal_acquisition_cost(one, gain) == 50);  // also where nothing is spent yet
  // By hand: (100 + 300) / (100 · .04 + 300 · .01) = 57.142857.
  const std::vector<double> spent = {100, 300}, gained = {.04, .01};
  CHECK(*marginal_acquisition_cost(spent, gained) == Approx(400 / 7.));
  const std::vector<double> none = {0, 0};
  CHECK_FALSE(marginal_acquisition_cost(none, gained));
  CHECK_FALSE(marginal_acquisition_cost(spent, none));
}

TEST_CASE("the next one never costs less than one on the average, with returns that fall") {
  const ChannelResponse response{.4, .1};
  for (const double s : {.1, 1., 10., 40.}) {
    const std::vector<double> spent = {s}, gained = {chance_gained(response, s)};
    CHECK(*marginal_acquisition_cost(spent, gained) >
          *average_acquisition_cost(s, chance_by_channel(response, s)));
  }
}

TEST_CASE("of those whom one more unit would reach as many come as of those who were reached") {
  CHECK(gained_by_offers(.5, 30, 600) == Approx(.025));
  CHECK(gained_by_offers(.5, 0, 600) == 0);
  CHECK(gained_by_offers(.5, 0, 0) == 0);
}

TEST_CASE("payback is in proportion within the period in which it comes, and may never come") {
  const std::vector<double> level = {10, 10, 10, 10, 10, 10};
  CHECK(*payback_time(39.549, level) == Approx(3.9549));  // by hand: 3 periods and .9549 of the fourth
  CHECK(*payback_time(10, level) == 1);
  CHECK(*payback_time(60, level) == 6);
  CHECK_FALSE(payback_time(60.01, level));
  const std::vector<double> trial = {-5, 0, 20};
  CHECK(*payback_time(10, trial) == Approx(2.75));  // 15 are left as the third begins
  CHECK_FALSE(payback_time(10, std::vector<double>{}));
}

TEST_CASE("value to cost is missing where one of the two is") {
  CHECK(*value_to_cost(60, 40) == 1.5);
  CHECK_FALSE(value_to_cost(std::nullopt, 40));
  CHECK_FALSE(value_to_cost(60, std::nullopt));
}
