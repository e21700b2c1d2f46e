// SPDX-License-Identifier: MIT
#include "models/programme/contact.hpp"

#include "tests/support/catch.hpp"

using namespace clientele;

TEST_CASE("contacts come when their frequency has added up to whole ones") {
  const auto in_twelve = [](double frequency, int period) {
    return contacts_within((period - 1) * frequency, period * frequency);
  };
  double quarterly = 0, often = 0, thirds = 0;
  for (int period = 1; period <= 12; ++period) {
    CHECK(in_twelve(0.25, period) == (period % 4 == 0 ? 1 : 0));
    quarterly += in_twelve(0.25, period);
    often += in_twelve(2.5, period);
    thirds += in_twelve(1.0 / 3, period);
    CHECK(in_twelve(3, period) == 3);
    CHECK(in_twelve(0, period) == 0);
  }
  CHECK(quarterly == 3);
  CHECK(often == 30);
  CHECK(thirds == 4);
}

TEST_CASE("contacts beyond the optimum irritate by the square of their number") {
  // By hand, u = .1, optimum 2, irritation .04: 2 contacts .2; 4: .4 - .04 * 4 = .24; 6: .6 - .04 * 16 =
  // -.04.
  CHECK(utility_of_contacts(0, 0.1, 2, 0.04) == 0);
  CHECK(utility_of_contacts(2, 0.1, 2, 0.04) == Approx(0.2));
  CHECK(utility_of_contacts(4, 0.1, 2, 0.04) == Approx(0.24));
  CHECK(utility_of_contacts(6, 0.1, 2, 0.04) == Approx(-0.04));
  CHECK(utility_of_contacts(6, 0.1, 2, 0) == Approx(0.6));
}

TEST_CASE("the utility of a contact is half after its half-life, and at rest a geometric series") {
  const double kept = kept_of_utility(3);
  double left = 1, at_rest = 0;
  for (int period = 0; period < 3; ++period) left = utility_left(left, kept, 0.0);
  for (int period = 0; period < 400; ++period) at_rest = utility_left(at_rest, kept, 0.2);
  CHECK(left == Approx(0.5));
  CHECK(at_rest == Approx(0.2 / (1 - kept)));
}

TEST_CASE("what contacts prompt is not bought without them") {
  CHECK(made_unprompted(1.0, 0.3) == Approx(0.7));
  CHECK(made_unprompted(made_unprompted(1.0, 0.3), 0.5) == Approx(0.35));
  CHECK(made_unprompted(1.0, 1.0) == 0);
  CHECK(made_unprompted(0.4, 0.0) == 0.4);
}
