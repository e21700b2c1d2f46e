// SPDX-License-Identifier: MIT
// How long people have been customers, and what they are worth by the brand they bought last.
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// Two brands and one purchase a period; `to_us` of the others' customers come to us, `from_us` of ours
/// leave.
std::string two_brands(const std::string& stay, const std::string& come, const std::string& start = "") {
  return "market: Two\nperiod: month\nhorizon: 12 months\ndiscount_rate: 10% per year\npeople: 10k\nfocal: "
         "us\n"
         "brands:\n"
         "  us:     {price: 3, unit_cost: 1, share: 50%}\n"
         "  others: {price: 3, unit_cost: 1, share: 50%}\n"
         "choice:\n  model: switching_matrix\n  switching: {us: {us: " +
         stay + ", others: " + std::to_string(100 - std::stoi(stay)) + "%}, others: {us: " + come +
         ", others: " + std::to_string(100 - std::stoi(come)) + "%}}\n" + start;
}

double tenure(const Lived& lived, int period) {
  const Totals t = lived.of(0, period);
  return t.tenure / t.customers_at_end;
}

}  // namespace

TEST_CASE("customers who never leave have been so for as long as the simulation runs") {
  const Lived lived = lived_through(two_brands("100%", "0%"), 2000);
  for (const int period : {0, 1, 7, 12}) CHECK(tenure(lived, period) == period);
}

TEST_CASE("a purchase just made counts as the first period of a customer") {
  const Lived lived = lived_through(two_brands("100%", "0%", "start: {purchase: just_made}\n"), 2000);
  for (const int period : {0, 1, 7, 12}) CHECK(tenure(lived, period) == period + 1);
}

TEST_CASE("customers who change the brand every time have always just come") {
  const Lived lived = lived_through(two_brands("0%", "100%"), 2000);
  for (const int period : {1, 2, 11, 12}) CHECK(tenure(lived, period) == 1);
}

TEST_CASE(
    "with a chance p to stay, mean tenure after t periods of an unchanging market is (1 − p^t) / (1 − p)") {
  // Customers at the end of period t have come in period t − k + 1 with chance (1 − p) p^(k − 1), and all
  // others are of today: Σ_{k=1}^{t} p^{k−1}. p = 0.8, so 4.161139 after 8 periods.
  const Lived lived = lived_through(two_brands("80%", "20%"), 40000);
  CHECK(tenure(lived, 8) == Approx(4.161139).margin(4 * 3 / std::sqrt(20000)));
}

TEST_CASE("what people are worth by the brand bought last adds up to the customer equity") {
  for (const std::string window : {"", "window: 2 months\n"}) {
    const Lived lived = lived_through(two_brands("80%", "30%") + window, 3000);
    double worth = 0, people = 0, equity = 0;
    for (int start = 0; start < 2; ++start) {
      const StartWorth one = worth_by_start(lived.books(), lived.scenarios[0], -1, start);
      CHECK(one.value > 0);
      worth += one.value;
      people += one.people;
    }
    for (int period = 0; period <= 12; ++period) equity += lived.of(0, period).value;
    CHECK(worth == Approx(equity).epsilon(1e-12));
    CHECK(people == Approx(10000));
  }
}

TEST_CASE("today's customers of every brand are worth what they bring it") {
  // Nobody switches: a margin of 2 a month of ours, 1 of theirs, in the middle of each of 12 months.
  const std::string dearer = replaced(two_brands("100%", "0%"), "others: {price: 3, unit_cost: 1,",
                                      "others: {price: 3, unit_cost: 2,");
  const Lived lived = lived_through(dearer, 2000);
  double annuity = 0;
  for (int t = 1; t <= 12; ++t) annuity += std::pow(1.1, -(t - 0.5) / 12);
  for (const int brand : {0, 1}) {
    const Totals all = over_horizon(totals_by_period(lived.books(), 0, lived.scenarios[0], -1, brand));
    CHECK(all.existing_value / all.existing == Approx((brand == 0 ? 2 : 1) * annuity).epsilon(1e-6));
    CHECK(all.existing_value == all.value);
  }
}

TEST_CASE("equity is that of today's customers and that of those to come, for every brand") {
  // A customer of either stays with .8 and comes back with .3 from the other: of those of today P(with us
  // after t purchases) = .6 + .4 · .5^t, and of theirs .4 + .6 · .5^t.
  const Lived lived = lived_through(two_brands("80%", "30%"), 100000);
  for (const int brand : {0, 1}) {
    const double rest = brand == 0 ? 0.6 : 0.4;
    double each = 0;
    for (int t = 1; t <= 12; ++t)
      each += 2 * (rest + (1 - rest) * std::pow(0.5, t)) * std::pow(1.1, -(t - 0.5) / 12);
    const Totals all = over_horizon(totals_by_period(lived.books(), 0, lived.scenarios[0], -1, brand));
    CHECK(all.existing_value / all.existing == Approx(each).epsilon(0.01));  // ± 4 standard errors
    CHECK(all.existing == Approx(5000).epsilon(0.02));
    CHECK(all.existing_value < all.value);
  }
}

}  // namespace clientele
