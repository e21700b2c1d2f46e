// SPDX-License-Identifier: MIT
#include "sim/study/estimator.hpp"

#include <algorithm>

#include "places.hpp"
#include "tests/engine/lively.hpp"

namespace clientele {
namespace {

Scenario world_in(const std::string& file) {
  return read_study({std::string(CLIENTELE_SOURCE_DIR) + "/" + file}, {}).baseline;
}

const Estimate& equity_in(const Results& results) { return results.headlines.front().equity; }

constexpr char rivals[] = R"(market: Two of a trade
horizon: 24 months
discount_rate: 10% per year
people: 50k
focal: us
brands:
  us:   {share: 40%, price: 10, unit_cost: 5 to 6}
  them: {share: 60%, price: 9, unit_cost: 5}
need: {model: poisson_gamma, purchases: {gamma: {mean: 0.3 per month, shape: 2}}}
choice:
  inertia: {normal: {mean: 0.6 to 1.0, sd: 0.2}}
  price_sensitivity: {lognormal: {median: 2, sigma: 0.3}}
purchase: {model: lognormal, units: 2, variation: 0.8}
)";
constexpr char cut[] =
    "scenario: Cut\nworld: market.yaml\nchanges:\n  - {change: brands.us.price, by: -5%, from: month 2}\n";

}  // namespace

TEST_CASE("Expectations are taken where they hold and pay, and asked for where they only hold") {
  const auto estimator = [](const char* file, std::optional<Estimator> asked) {
    return estimator_for(world_in(file), asked);
  };
  for (const char* pays : {"scenarios/airline/market.yaml", "scenarios/appliance/market.yaml",
                           "scenarios/music/market.yaml", "bench/reference/market.yaml"}) {
    INFO(pays);
    CHECK(estimator(pays, {}) == Estimator::expected);
    CHECK(estimator(pays, Estimator::realised) == Estimator::realised);
  }
  for (const char* holds : {"scenarios/mobile/market.yaml", "scenarios/gym/market.yaml"}) {
    INFO(holds);
    CHECK(estimator(holds, {}) == Estimator::realised);
    CHECK(estimator(holds, Estimator::expected) == Estimator::expected);
  }
}

TEST_CASE("They are not taken where points count from a threshold on, or discounts are for large baskets") {
  CHECK(estimator_for(world_in("scenarios/coffee/market.yaml"), Estimator::expected) == Estimator::realised);
  CHECK(estimator_for(lively().baseline, Estimator::expected) == Estimator::realised);
  const Results results =
      run(lively().baseline, {},
          {.customers = 200, .replications = 2, .explain = 0, .estimator = Estimator::expected}, {}, {});
  CHECK(results.estimator == Estimator::realised);
  CHECK(std::any_of(results.warnings.begin(), results.warnings.end(), [](const std::string& warning) {
    return warning.find("not what was to be expected") != std::string::npos;
  }));
}

TEST_CASE("Accounts tell what was realised, whichever way mean equity is told") {
  const Study study = study_of_text(rivals, cut);
  const auto told = [&](Estimator estimator) {
    return run(study.baseline, study.scenarios,
               {.customers = 300, .draws = 16, .explain = 0, .estimator = estimator}, {}, {});
  };
  const Results expected = told(Estimator::expected), realised = told(Estimator::realised);
  CHECK(equity_in(expected).mean != equity_in(realised).mean);
  REQUIRE(expected.summary.size() == realised.summary.size());
  for (std::size_t i = 0; i < expected.summary.size(); ++i)
    if (expected.summary[i].estimate)
      REQUIRE(expected.summary[i].estimate->mean == realised.summary[i].estimate->mean);
  const auto& row = expected.comparison.at(1);
  CHECK(row.metric != "net_value");
  for (const ComparisonRow& one : expected.comparison)
    if (one.metric == "customer_equity") {
      CHECK(one.baseline->mean == equity_in(expected).mean);
      CHECK(one.difference->mean == expected.headlines[1].against->difference.mean);
    }
}

TEST_CASE("The error of a mean falls, and the spread of a firm's equity stays, when luck is taken out") {
  const Study study = study_of_text(rivals, cut);
  const auto told = [&](Estimator estimator) {
    return run(study.baseline, study.scenarios,
               {.customers = 500, .draws = 64, .explain = 0, .estimator = estimator}, {}, {});
  };
  const Results expected = told(Estimator::expected), realised = told(Estimator::realised);
  const Against &less = *expected.headlines[1].against, &more = *realised.headlines[1].against;
  CHECK(less.difference.mean ==
        Approx(more.difference.mean)
            .margin(4 * std::hypot(less.difference.mc_error, more.difference.mc_error)));
  // Both errors are from 8 shifts: their ratio is known to about a factor of 1.5. By hand it is far below 1.
  CHECK(less.difference.mc_error < 0.8 * more.difference.mc_error);
  // 20,000 people in 128 draws spread by 81,800, realised; 64 draws know a spread to about 9 %.
  CHECK(equity_in(expected).sd == Approx(81800).epsilon(0.1));
  // Where its spread comes from is told of what is realised.
  CHECK(expected.headlines[0].spread->chance.value == realised.headlines[0].spread->chance.value);
}

TEST_CASE("Without draws the mean moves and its error falls, and replications spread about it as they did") {
  const std::string certain = replaced(replaced(rivals, "5 to 6", "5.5"), "0.6 to 1.0", "0.8");
  const Study study = study_of_text(certain, cut);
  const auto told = [&](Estimator estimator) {
    return run(study.baseline, {},
               {.customers = 200, .replications = 40, .explain = 0, .estimator = estimator}, {}, {});
  };
  const Estimate expected = equity_in(told(Estimator::expected)),
                 realised = equity_in(told(Estimator::realised));
  CHECK(expected.mc_error < realised.mc_error);
  CHECK(expected.sd == realised.sd);
  CHECK(expected.p95 - expected.mean == Approx(realised.p95 - realised.mean));
}

}  // namespace clientele
