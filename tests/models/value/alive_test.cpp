// SPDX-License-Identifier: MIT
#include "models/value/alive.hpp"

#include <tuple>

#include "tests/support/catch.hpp"

namespace clientele {

namespace {
const Pace cdnow{0.243, 4.414};
}

TEST_CASE(
    "a customer of CDNOW with two purchases, the last in week 30.43 of 38.86, is there with chance .7266") {
  // Fader, Hardie & Lee (2005) and their note on the BG/NBD in a spreadsheet: 1.226 purchases in 39 weeks
  // more.
  const double alive = bg_nbd_alive(cdnow, 0.793, 2.426, {2, 30.43, 38.86});
  CHECK(alive == Approx(0.7265786).epsilon(1e-6));
  CHECK(alive * bg_nbd_purchases({2.243, 4.414 + 38.86}, 0.793, 4.426, 39) == Approx(1.226).margin(5e-4));
}

TEST_CASE("the longer ago the last purchase, the less likely a customer is there") {
  double before = 1.1;
  for (const double last : {38.86, 30.0, 20.0, 10.0, 1.0}) {
    const double alive = bg_nbd_alive(cdnow, 0.793, 2.426, {5, last, 38.86});
    CHECK(alive < before);
    before = alive;
  }
  CHECK(bg_nbd_alive(cdnow, 0.793, 2.426, {0, 0, 38.86}) == 1);
}

TEST_CASE(
    "a heavy customer of CDNOW is there by the Pareto/NBD with chance .9979, and buys 25.46 times in a "
    "year") {
  // Parameters of Fader, Hardie & Lee (2005) for CDNOW; the customer of the vignette of the R package BTYD.
  const Pace pace{0.55315, 10.57633};
  const double s = 0.60625, beta = 11.67150;
  const double alive = pareto_nbd_alive(pace, s, beta, {26, 30.86, 31});
  CHECK(alive == Approx(0.9979).margin(5e-5));
  CHECK(alive * pareto_nbd_purchases({pace.r + 26, pace.alpha + 31}, s, beta + 31, 52) ==
        Approx(25.46).margin(5e-3));
}

TEST_CASE(
    "the Pareto/NBD's chance is that of the integral over when he may have left, whichever scale is larger") {
  for (const auto& [pace, s, beta] :
       {std::tuple(Pace{0.553, 10.578}, 0.606, 11.669), std::tuple(Pace{0.8, 12.0}, 0.5, 5.0)}) {
    const Seen seen{2, 30.43, 38.86};
    double left = 0;  // density of leaving at t and of no purchase after the last, over that of being there
    const int steps = 20000;
    const double step = (seen.time - seen.last) / steps;
    for (int i = 0; i < steps; ++i) {
      const double t = seen.last + (i + 0.5) * step;
      left += step * std::pow((pace.alpha + seen.time) / (pace.alpha + t), pace.r + seen.purchases) *
              std::pow((beta + seen.time) / (beta + t), s) * s / (beta + t);
    }
    CHECK(pareto_nbd_alive(pace, s, beta, seen) == Approx(1 / (1 + left)).epsilon(1e-8));
  }
}

TEST_CASE(
    "donors by the BG/BB: who never gave in six years gives .07 times in five more, who always gave 3.75 "
    "times") {
  // Fader, Hardie & Shang (2010), alpha 1.204, beta .750, gamma .657, delta 2.783; digits recomputed.
  const auto gifts = [](double x, double last) {
    const double alive = bg_bb_alive({1.204, 0.750}, {0.657, 2.783}, {x, last, 6});
    double stays = 1, periods = 0;
    for (int k = 0; k < 5; ++k) periods += stays *= (2.783 + 6 + k) / (0.657 + 2.783 + 6 + k);
    return alive * (1.204 + x) / (1.204 + 0.750 + 6) * periods;
  };
  CHECK(gifts(0, 0) == Approx(0.0728).margin(5e-5));
  CHECK(gifts(6, 6) == Approx(3.7521).margin(5e-5));
  CHECK(gifts(5, 6) > gifts(5, 5));
}

}  // namespace clientele
