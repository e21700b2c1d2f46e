// SPDX-License-Identifier: MIT
// Brands that not everybody has heard of.
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

/// Two brands alike, ours known to all and the rival to 40 %; no habit.
constexpr char half_known[] = R"(market: Half known
period: month
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 10, unit_cost: 4, appeal: 0}
  rival: {price: 10, unit_cost: 4, appeal: 0, awareness: 40%}
choice: {price_sensitivity: 2}
)";

double share(const Lived& lived, int brand, int period, int scenario = 0) {
  return lived.of(brand, period, scenario).purchases / lived.of(brand, period, scenario).market_purchases;
}

}  // namespace

TEST_CASE("a brand of two alike takes half of those who have heard of it") {
  const Lived lived = lived_through(half_known, 100000);
  for (const int period : {1, 6, 12})
    CHECK(share(lived, 1, period) == Approx(0.2).margin(4 * std::sqrt(0.2 * 0.8 / 100000)));
}

TEST_CASE("advertising brings a brand to those who had not heard of it, and they know it ever after") {
  const Lived lived = lived_through(
      half_known, 100000, "  - {change: brands.rival.awareness, to: 90%, from: month 3, until: month 6}\n");
  CHECK(share(lived, 1, 2, 1) == share(lived, 1, 2, 0));
  CHECK(share(lived, 1, 4, 1) == Approx(0.45).margin(4 * std::sqrt(0.25 / 100000)));
  // Of the half who came to know it, those who bought it in one of the months of advertising go on.
  CHECK(share(lived, 1, 8, 1) > share(lived, 1, 8, 0) + 0.1);
  CHECK(share(lived, 1, 8, 1) < 0.45);
}

TEST_CASE("shares that are given come out whatever the awareness") {
  const std::string market = replaced(replaced(half_known, "appeal: 0}", "share: 75%, awareness: 90%}"),
                                      "appeal: 0, awareness: 40%}", "share: 25%, awareness: 40%}");
  const Lived lived = lived_through(
      replaced(market, "price_sensitivity: 2", "price_sensitivity: 2, inertia: 1, taste: {normal: {sd: 1}}"),
      200000);
  double ours = 0;
  for (int period = 1; period <= 12; ++period) ours += share(lived, 0, period) / 12;
  CHECK(ours == Approx(0.75).margin(0.004));
}

TEST_CASE("who has heard of no brand buys the nearest, so that everybody buys something") {
  const std::string market =
      replaced(replaced(half_known, "unit_cost: 4, appeal: 0}", "unit_cost: 4, appeal: 0, awareness: 10%}"),
               "awareness: 40%", "awareness: 40%");
  const Lived lived = lived_through(market, 100000);
  CHECK(lived.of(0, 1).market_purchases == Approx(10000));
  // 6 % know ours alone, 36 % the rival alone, 4 % both; of the 54 % without, v_us / .1 < v_rival / .4
  // decides: with u, v uniform above .1 and .4, P(4u < v) = ∫ (v/4 − .1)+ dv over (.4, 1) = .045 of .54.
  const double expected = 0.06 + 0.02 + 0.045;
  CHECK(share(lived, 0, 1) == Approx(expected).margin(4 * std::sqrt(expected / 100000)));
}

TEST_CASE("a brand that enters unknown wins nobody until it is heard of") {
  const std::string market = replaced(
      half_known,
      "choice:", "  new: {price: 10, unit_cost: 4, appeal: 0, enters: never, awareness: 0.01%}\nchoice:");
  const Lived lived = lived_through(market, 20000,
                                    "  - {change: brands.new.enters, to: month 2}\n"
                                    "  - {change: brands.new.awareness, to: 50%, from: month 5}\n");
  int fresh = 2;
  CHECK(lived.of(fresh, 4, 1).purchases < 10000 * 0.001);
  CHECK(lived.of(fresh, 5, 1).purchases > 10000 * 0.1);
}

}  // namespace clientele
