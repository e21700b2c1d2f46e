// SPDX-License-Identifier: MIT
#include "sim/random/law.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using namespace clientele;
using Family = Law::Family;

namespace {
const double infinity = std::numeric_limits<double>::infinity();

const Law every_family[] = {
    {.family = Family::normal, .first = 3, .second = 0.5},
    {.family = Family::lognormal, .first = 3, .second = 0.5},
    {.family = Family::lognormal, .first = 3, .second = 0.5, .low = 1},
    {.family = Family::lognormal, .first = -3, .second = 0.5, .high = 0},
    {.family = Family::logit_normal, .first = 0.3, .second = 0.8, .low = 1, .high = 5},
    {.family = Family::uniform, .low = 2, .high = 4},
    {.family = Family::triangular, .first = 3.5, .low = 2, .high = 4},
    {.family = Family::triangular, .first = 2, .low = 2, .high = 4},
    {.family = Family::pert, .first = 3.5, .low = 2, .high = 4},
    {.family = Family::beta, .first = 2, .second = 8},
};
}  // namespace

TEST_CASE("quantiles of a law are the published ones") {
  // Normal table: z(.975) = 1.959964, z(.9) = 1.281552.
  CHECK(quantile(every_family[0], 0.975) == Approx(3 + 0.5 * 1.959964));
  CHECK(quantile(every_family[1], 0.9) == Approx(3 * std::exp(0.5 * 1.281552)));
  CHECK(quantile(every_family[2], 0.9) == Approx(1 + 2 * std::exp(0.5 * 1.281552)));
  CHECK(quantile(every_family[3], 0.9) == Approx(-3 * std::exp(-0.5 * 1.281552)));
  CHECK(quantile(every_family[5], 0.25) == Approx(2.5));
  // Triangular: F(mode) = (mode − low) / (high − low); at half of that, √½ of the way to the mode.
  CHECK(quantile(every_family[6], 0.75) == Approx(3.5));
  CHECK(quantile(every_family[6], 0.375) == Approx(2 + 1.5 * std::sqrt(0.5)));
  // Beta(1, b): 1 − (1 − p)^(1/b); a pert with its mode at the low end is one with b = 5.
  CHECK(quantile({.family = Family::beta, .first = 1, .second = 3}, 0.4) == Approx(1 - std::cbrt(0.6)));
  CHECK(quantile({.family = Family::pert, .first = 2, .low = 2, .high = 4}, 0.4) ==
        Approx(2 + 2 * (1 - std::pow(0.6, 0.2))));
}

TEST_CASE("the part up to a quantile is the one that was asked for") {
  for (const Law& law : every_family)
    for (const double p : {0.001, 0.05, 0.3, 0.5, 0.8, 0.95, 0.999}) {
      INFO(static_cast<int>(law.family) << " at " << p);
      CHECK(part_up_to(law, quantile(law, p)) == Approx(p));
    }
  CHECK(part_up_to(every_family[5], 1) == 0);
  CHECK(part_up_to(every_family[5], 9) == 1);
}

TEST_CASE("quantiles grow and stay between the ends") {
  for (const Law& law : every_family) {
    double before = -infinity;
    for (const double p : {1e-10, 1e-5, 0.01, 0.2, 0.5, 0.7, 0.99, 1 - 1e-6, 1 - 1e-10}) {
      const double x = quantile(law, p);
      CHECK(x > before);
      CHECK((x > law.low && x < law.high));
      before = x;
    }
  }
  // Rounding alone would reach the end.
  const Law steep{.family = Family::logit_normal, .first = 30, .second = 10, .low = 0, .high = 1};
  CHECK(quantile(steep, 1 - 1e-10) < 1);
}

TEST_CASE("the mean of a law is that of its quantiles") {
  // Midpoints of 20,000 equal parts; the tails that they miss are below .05 % of the sd here.
  constexpr int parts = 20000;
  for (const Law& law : every_family) {
    double sum = 0;
    for (int i = 0; i < parts; ++i) sum += quantile(law, (i + 0.5) / parts) / parts;
    CHECK(mean(law) == Approx(sum).epsilon(5e-4));
  }
  CHECK(middle(every_family[6]) == Approx(quantile(every_family[6], 0.5)));
  CHECK(middle(every_family[1]) == Approx(3));
}

TEST_CASE("an interval becomes the law that has it as its middle ninety per cent") {
  struct Case {
    double from, to, least, greatest;
    Family family;
  };
  for (const Case& c :
       {Case{-1, 2, -infinity, infinity, Family::normal}, Case{0.3, 0.5, 0, infinity, Family::lognormal},
        Case{2, 3, 1, infinity, Family::lognormal}, Case{-3, -1, -infinity, 0, Family::lognormal},
        Case{0.3, 0.5, 0, 1, Family::logit_normal}, Case{3.5, 4.5, 1, 5, Family::logit_normal}}) {
    const Law law = middle_ninety(c.from, c.to, c.least, c.greatest);
    CHECK(law.family == c.family);
    CHECK(quantile(law, 0.05) == Approx(c.from));
    CHECK(quantile(law, 0.95) == Approx(c.to));
  }
  CHECK(middle(middle_ninety(0.3, 0.5, 0, infinity)) == Approx(std::sqrt(0.15)));
  CHECK(middle(middle_ninety(-1, 2, -infinity, infinity)) == Approx(0.5));
}
