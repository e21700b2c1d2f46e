// SPDX-License-Identifier: MIT
#include "models/choice/logit.hpp"

#include <vector>

#include "models/choice/utility.hpp"
#include "tests/support/catch.hpp"

using namespace clientele;

namespace {

std::vector<double> cumulative(const std::vector<double>& utilities) {
  std::vector<double> sums;
  double sum = 0;
  for (const double v : utilities) sums.push_back(sum += std::exp(v));
  return sums;
}

int chosen_at(const std::vector<double>& sums, double u) {
  return static_cast<int>(logit_choice(sums.data(), static_cast<int>(sums.size()), u));
}

/// Length of the part of [0, 1) in which each brand is chosen, to 1e-6, by walking through a million u.
std::vector<double> shares(const std::vector<double>& utilities) {
  constexpr int steps = 1'000'000;
  const auto sums = cumulative(utilities);
  std::vector<int> counts(utilities.size());
  for (int i = 0; i < steps; ++i) ++counts[static_cast<std::size_t>(chosen_at(sums, (i + 0.5) / steps))];
  std::vector<double> result;
  for (const int count : counts) result.push_back(static_cast<double>(count) / steps);
  return result;
}

void check_shares(const std::vector<double>& utilities, const std::vector<double>& expected) {
  const auto actual = shares(utilities);
  REQUIRE(actual.size() == expected.size());
  for (std::size_t j = 0; j < expected.size(); ++j) CHECK(actual[j] == Approx(expected[j]).margin(2e-6));
}

}  // namespace

TEST_CASE("three brands with utilities .5, .2 and 0 have the shares of the logit") {
  // By hand: e^.5 = 1.648721, e^.2 = 1.221403, 1; sum 3.870124.
  check_shares({0.5, 0.2, 0}, {0.426013, 0.315598, 0.258390});
}

TEST_CASE("a price cut from 10 to 9 at a sensitivity of .2 brings the first brand to .475485") {
  // By hand: e^.7 = 2.013753; sum 4.235156.
  const double v = utility_at_price(0.5, 0.2, price_in_utility(9, 10, true));
  CHECK(v == Approx(0.7));
  check_shares({v, 0.2, 0}, {0.475485, 0.288396, 0.236119});
}

TEST_CASE("an entrant takes from everybody in proportion") {
  // By hand: e^.3 = 1.349859; sum 5.219983.
  check_shares({0.5, 0.2, 0, 0.3}, {0.315848, 0.233986, 0.191572, 0.258594});
}

TEST_CASE("a brand that cannot be bought is never chosen") {
  // Powers as they are after absent brands were set to 0: first, in the middle, last.
  const std::vector<std::vector<double>> cases = {{0, 1, 3}, {1, 1, 3}, {1, 3, 3}};
  for (std::size_t absent = 0; absent < cases.size(); ++absent)
    for (const double u : {0.0, 1e-12, 0.2, 1.0 / 3, 0.5, 0.999999, 1 - 0x1p-24, 1 - 0x1p-53})
      CHECK(chosen_at(cases[absent], u) != static_cast<int>(absent));
}

TEST_CASE("a brand that cannot be bought is not chosen for want of bits either") {
  // In 32 bits the product of the largest uniform and the sum must stay below the sum itself.
  int wrong = 0;
  for (std::uint32_t mantissa = 0; mantissa < 1u << 23; mantissa += 61) {
    const float sum = 1.0f + static_cast<float>(mantissa) * 0x1p-23f;
    wrong += !((1 - 0x1p-24f) * sum < sum);
  }
  CHECK(wrong == 0);
}

TEST_CASE("a single brand is always chosen") {
  for (const double u : {0.0, 0.5, 1 - 0x1p-24}) CHECK(chosen_at({2.5}, u) == 0);
}

TEST_CASE("our customers are the same people and more when our utility rises or a rival's falls") {
  int lost = 0;
  for (int step = 0; step < 20; ++step) {
    const auto before = cumulative({0.1 * step, 0.2, 0}), dearer_rival = cumulative({0.1 * step, 0.1, 0}),
               after = cumulative({0.1 * step + 0.1, 0.2, 0});
    for (int i = 0; i < 2000; ++i) {
      const double u = i / 2000.0;
      const bool ours = chosen_at(before, u) == 0;
      lost += ours && chosen_at(after, u) != 0;
      lost += ours && chosen_at(dearer_rival, u) != 0;
    }
  }
  CHECK(lost == 0);
}

TEST_CASE("the brand chosen never has a lower number for a higher u") {
  const auto sums = cumulative({0.5, -3, 0.2, 0});
  int back = 0;
  for (int i = 1; i < 4000; ++i) back += chosen_at(sums, i / 4000.0) < chosen_at(sums, (i - 1) / 4000.0);
  CHECK(back == 0);
}
