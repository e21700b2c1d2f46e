// SPDX-License-Identifier: MIT
#include "models/history/posterior.hpp"

#include "tests/support/catch.hpp"

namespace clientele {

TEST_CASE("purchases make a gamma distributed pace narrower, and move its mean towards what was seen") {
  const Trait before{Distribution::gamma, {0.5}, {2}};  // alpha 4
  const Trait after = gamma_after(before, {6, 4});      // 6 purchases in 4 periods
  CHECK(after.second.value == 8);
  CHECK(after.first.value == Approx(8.0 / 8.0));
  const Trait idle = gamma_after(before, {0, 12});
  CHECK(idle.first.value == Approx(2.0 / 16));
}

TEST_CASE("renewals speak for a low chance to leave: beta(a, b + n)") {
  const Trait after = beta_after({Distribution::beta, {3.8}, {15.2}}, {0, 4});
  CHECK(after.first.value == 3.8);
  CHECK(after.second.value == Approx(19.2));
}

TEST_CASE("nothing seen changes nothing") {
  const Trait rate{Distribution::gamma, {0.5}, {2}}, chance{Distribution::beta, {1}, {3}};
  CHECK(gamma_after(rate, {}).first.value == 0.5);
  CHECK(beta_after(chance, {}).second.value == 3);
}

TEST_CASE("a customer who spent more than others is expected to go on, but less so after one purchase") {
  // CDNOW: p 6.25, q 3.74, gamma 15.44; the mean of all is 35.22.
  const UnitsScale before{3.74, 15.44};
  const auto mean = [](UnitsScale s) { return 6.25 * s.scale / (s.shape - 1); };
  CHECK(mean(before) == Approx(35.2190).epsilon(1e-5));
  const double one = mean(units_scale_after(6.25, before, 1, 100)),
               many = mean(units_scale_after(6.25, before, 20, 100));
  CHECK(one > 35.22);
  CHECK(many > one);
  CHECK(many < 100);
  // Fader & Hardie (2013): the weight of the customer's own mean is p x / (p x + q - 1).
  const double weight = 6.25 / (6.25 + 2.74);
  CHECK(one == Approx(weight * 100 + (1 - weight) * 35.2190).epsilon(1e-5));
}

}  // namespace clientele
