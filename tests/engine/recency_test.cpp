// SPDX-License-Identifier: MIT
// Customers whose chance to buy hangs on how long ago they bought last: Pfeifer & Carraway (2000).
#include "tests/engine/lived.hpp"

namespace clientele {
namespace {

constexpr char migration[] = R"(market: Migration
period: month
horizon: 60 months
discount_rate: 20% per month
cash_flow: end
people: 40k
focal: us
brands: {us: {price: 40, unit_cost: 0, cost_to_keep: 4}}
start: {purchase: just_made}
need: {model: recency, chances: [30%, 20%, 15%, 5%]}
segments:
  just_now:     {share: 25%}
  two_ago:      {share: 25%, need: {recency: 2 months}}
  three_ago:    {share: 25%, need: {recency: 3 months}}
  four_ago:     {share: 25%, need: {recency: 4 months}}
)";

/// What a customer of each segment is worth, and the standard error.
void check_values(const std::string& market, const std::vector<double>& expected) {
  const Lived lived = lived_through(market, 400000);
  for (std::size_t s = 0; s < expected.size(); ++s) {
    INFO("recency " << s + 1);
    const Spread values = values_of_existing(lived.books(), lived.scenarios[0], static_cast<int>(s));
    CHECK(values.mean() == Approx(expected[s]).margin(4 * values.sd() / std::sqrt(100000)));
  }
}

}  // namespace

TEST_CASE("customers by recency are worth what Pfeifer and Carraway say") {
  check_values(migration, {52.319609, 5.553784, 1.250773, -1.820016});
}

TEST_CASE("over five periods customers by recency are worth what Pfeifer and Carraway say") {
  check_values(replaced(migration, "horizon: 60 months", "horizon: 4 months"),
               {50.114969, 4.219907, 0.592110, -1.980131});
}

TEST_CASE("who is not contacted any more after three periods costs nothing more") {
  std::string market = replaced(migration, ", 5%]", "]");
  market.resize(market.find("  four_ago"));
  market = replaced(replaced(market, "three_ago:    {share: 25%", "three_ago:    {share: 50%"), "purchase",
                    "purchase");
  check_values(market, {53.149425, 6.620690, 2.643678});
}

TEST_CASE("a scenario stops contacting by setting the last chance to nothing") {
  const Lived lived = lived_through(migration, 40000, "  - {change: need.chances.4, to: 0%}\n");
  for (const int period : {1, 2, 5}) {
    // Whoever would come to recency 4 is gone instead, so fewer people are kept for nothing.
    CHECK(lived.of(0, period, 1).customers_at_end < lived.of(0, period, 0).customers_at_end);
    CHECK(lived.of(0, period, 1).cost_to_keep < lived.of(0, period, 0).cost_to_keep);
  }
}

TEST_CASE("what the customers of a period cost and bring adds up") {
  const Lived lived = lived_through(migration, 4000);
  for (const int period : {0, 1, 3}) {
    const Totals t = lived.of(0, period);
    CHECK(t.cost_to_keep == Approx(4 * t.customers_at_end));
    CHECK(t.contribution == Approx(40 * t.purchases - t.cost_to_keep).epsilon(1e-6));
  }
}

}  // namespace clientele
