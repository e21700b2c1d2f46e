// SPDX-License-Identifier: MIT
// Rivals that answer, as the market lives through it.
#include <set>

#include "sim/engine/answering.hpp"
#include "tests/engine/tables_of_run.hpp"

namespace clientele {
namespace {

constexpr char two_brands[] = R"(market: Two brands
period: month
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 10, unit_cost: 4, share: 50%}
  rival: {price: 8, unit_cost: 4, share: 50%, reaction: {model: match_price, share: 100%}}
choice: {price_sensitivity: 3, inertia: 0.5}
)";
constexpr char cut[] = "  - {change: brands.us.price, by: -10%, from: month 3}\n";

std::string with_probability(const std::string& probability) {
  return replaced(two_brands, "share: 100%}", "share: 100%, probability: " + probability + "}");
}

}  // namespace

TEST_CASE("a cut that is matched in full wins customers for one period only") {
  // ln(p / p̄) of both moves alike, so shares go back; habit carries a little over.
  const Lived lived = lived_through(replaced(two_brands, ", inertia: 0.5", ""), 100000, cut);
  const auto share = [&](int period, int scenario) {
    return lived.of(0, period, scenario).purchases / lived.of(0, period, scenario).market_purchases;
  };
  CHECK(share(3, 1) > share(3, 0) + 0.05);
  for (const int period : {1, 2, 4, 5, 12}) CHECK(share(period, 1) == share(period, 0));
}

TEST_CASE("the accounts are those of the price that was charged") {
  const Lived lived = lived_through(two_brands, 2000, cut);
  const Totals before = lived.of(1, 3, 1), after = lived.of(1, 4, 1);
  CHECK(before.revenue / before.units == Approx(8));
  CHECK(after.revenue / after.units == Approx(7.2));
  CHECK(after.contribution / after.units == Approx(3.2).epsilon(1e-5));
}

TEST_CASE("a market in which nobody moves is the same bytes with reactions and without") {
  const std::string without = replaced(two_brands, ", reaction: {model: match_price, share: 100%}", "");
  CHECK(tables_of_run(two_brands, "") == tables_of_run(without, ""));
  const std::string their_own = "  - {change: brands.rival.price, by: -5%}\n";
  CHECK(tables_of_run(two_brands, their_own) == tables_of_run(without, their_own));
}

TEST_CASE("a reaction that never comes is none, and one that always comes is certain") {
  const std::string without = replaced(two_brands, ", reaction: {model: match_price, share: 100%}", "");
  CHECK(tables_of_run(with_probability("0%"), cut) == tables_of_run(without, cut));
  CHECK(tables_of_run(with_probability("100%"), cut) == tables_of_run(two_brands, cut));
}

TEST_CASE("where it is a matter of chance, each replication is one or the other") {
  const auto differences = [](const std::string& market, int replications) {
    const Study study =
        study_of_text(market, "scenario: Changed\nworld: market.yaml\nchanges:\n" + std::string(cut));
    RunOptions options;
    options.customers = 800;
    options.replications = replications;
    options.explain = 0;
    std::vector<double> found;
    for (const auto& row : run(study.baseline, study.scenarios, options, {}, {}).samples)
      if (row.scenario == "Changed") found.push_back(row.net_value);
    return found;
  };
  const auto never = differences(with_probability("0%"), 12), always = differences(two_brands, 12),
             sometimes = differences(with_probability("50%"), 12);
  std::set<bool> seen;
  for (std::size_t r = 0; r < sometimes.size(); ++r) {
    const bool answered = sometimes[r] == always[r];
    CHECK((answered || sometimes[r] == never[r]));
    seen.insert(answered);
  }
  CHECK(seen.size() == 2);
}

TEST_CASE("brands answer as often as their probability says, and at a higher one whenever at a lower") {
  // 4,000 replications: standard error √(.3 · .7 / 4,000) = .0072; a false alarm in 16,000 at four of them.
  const World low =
                  study_of_text(with_probability("30%"), "scenario: A\nworld: market.yaml\n").baseline.world,
              high =
                  study_of_text(with_probability("60%"), "scenario: A\nworld: market.yaml\n").baseline.world;
  int answered = 0;
  for (int r = 0; r < 4000; ++r) {
    const bool at_low = answering_in(low, 1, 0, r)[1], at_high = answering_in(high, 1, 0, r)[1];
    answered += at_low;
    CHECK(at_high >= at_low);
    CHECK(!answering_in(low, 1, 0, r)[0]);
  }
  CHECK(answered / 4000.0 == Approx(0.3).margin(0.029));
}

}  // namespace clientele
