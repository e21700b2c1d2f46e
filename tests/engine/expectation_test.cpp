// SPDX-License-Identifier: MIT
// What purchases are expected to bring, against what they bring.
#include <cmath>

#include "places.hpp"
#include "sim/statistics/estimate.hpp"
#include "tests/engine/lively.hpp"

namespace clientele {
namespace {

/// Values of our brand in the replications of a scenario, as they came and without luck.
struct Values {
  std::vector<double> realised, expected, luck, luck_existing;
};

std::vector<Values> values_of(const std::vector<const Scenario*>& scenarios, int people, int replications,
                              Estimator estimator = Estimator::expected) {
  RunOptions options;
  options.customers = people;
  options.replications = replications;
  options.estimator = estimator;
  const Stage stage = set_stage(scenarios, appeals_of(scenarios.front()->world, 1, {}), options);
  const Outcome outcome = simulate(stage.plan, {}, {});
  const Books books{stage.plan, stage.scales, stage.brands};
  std::vector<Values> all(scenarios.size());
  for (const auto& replication : outcome)
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
      Totals t = over_horizon(totals_by_period(books, static_cast<int>(s), replication[s], -1, 0));
      all[s].realised.push_back(t.value);
      all[s].luck.push_back(t.luck);
      all[s].luck_existing.push_back(t.existing_luck);
      t.take_out_luck();
      all[s].expected.push_back(t.value);
    }
  return all;
}

double variance_of(const std::vector<double>& values) {
  const double sd = estimate_of(values).sd;
  return sd * sd;
}

/// A study without changes.
Study alone(const std::string& market) {
  return study_of_text(market, "scenario: None\nworld: market.yaml\n");
}

/// One brand, people who are all alike, one purchase a month in the mean of 2 units in the mean, a margin
/// of 3.
constexpr char alike[] = R"(market: All alike
horizon: 12 months
discount_rate: 0% per year
people: 50
focal: us
brands:
  us: {price: 5, unit_cost: 2, cost_to_serve: 1}
need: {model: poisson_gamma, purchases: 1 per month}
purchase: {model: lognormal, units: 2, variation: 0.5}
)";

/// Purchases of one brand, of many kinds, in small worlds.
const std::string of_kinds[] = {
    // each occasion by itself, purchases that depend on price, tenure and what was bought before
    R"(market: Occasions
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:   {price: 3.2, unit_cost: 1.1, cost_to_serve: 0.2, share: 30%, ratings: {quality: 3.8, service: 3.6}}
  them: {price: 2.9, unit_cost: 1.0, share: 70%, ratings: {quality: 3.5, service: 3.5}}
  late: {price: 2.5, unit_cost: 1.0, appeal: 0.5, enters: month 6, ratings: {quality: 3.4, service: 3.4}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 1.4}}, season: [0.7, 1.2, 0.8, 1.3]}
choice:
  inertia: {normal: {mean: 0.85, sd: 0.3}}
  price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}
  taste: {normal: {sd: 0.6}}
  drivers: {quality: {weight: 0.4}}
purchase: {model: gamma_gamma, within_shape: 6.25, between_shape: 3.74, scale: 1.54, price_elasticity: -0.6, growth: 20% per year}
experience: {}
departure: {rate: 3% per month, when: start}
arrivals: [200, 300, 400, 100]
promotions:
  weeks: {brand: us, discount: 8%}
)",
    // rare needs, levels of competition, brands that not all know, people who lapse
    R"(market: Rare
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:   {price: 320, unit_cost: 110, share: 30%, awareness: 70%, switching_cost: 0.2}
  them: {price: 290, unit_cost: 105, share: 45%, awareness: 90%}
  rest: {share: 25%, level: substitute}
need: {probability: {beta: {alpha: 2, beta: 6}}}
choice:
  inertia: {normal: {mean: 0.85, sd: 0.3}}
  nests: {direct: 0.6, substitute: 1}
  habit_half_life: 3 months
  price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}
departure: {rate: 2% per month}
)",
    // by the switching matrix, and people who leave at any moment
    R"(market: Matrix
horizon: 12 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:   {price: 10, unit_cost: 4, share: 40%}
  them: {price: 9, unit_cost: 4, share: 60%}
need: {model: poisson_gamma, per: period, purchases: {gamma: {mean: 1.2 per month, shape: 2}}}
choice: {model: switching_matrix, switching: {us: {us: 70%, them: 30%}, them: {us: 20%, them: 80%}}}
departure: {model: gamma_rate, hazard: {gamma: {mean: 0.05 per month, shape: 0.6}}}
)",
};

}  // namespace

TEST_CASE("where nothing is left to chance there is no luck") {
  const Study study = alone(R"(market: Certain
horizon: 12 months
discount_rate: 10% per year
people: 1k
focal: us
brands: {us: {price: 100, unit_cost: 40}}
need: {model: regular}
)");
  CHECK(values_of({&study.baseline}, 100, 3)[0].luck == std::vector<double>{0, 0, 0});
}

TEST_CASE("where everybody is alike and nobody leaves, equity without luck has no error at all") {
  // 50 people · 12 months · 1 purchase · (2 units · 3 − 1) = 3,000, in every replication. What is realised
  // has the variance of compound Poisson sums: 50 · 12 · E[(3 U − 1)²], E[U²] = 4 exp(0.25).
  const Study study = alone(alike);
  const Values values = values_of({&study.baseline}, 50, 1000)[0];
  for (const double x : values.expected) REQUIRE(x == Approx(3000).epsilon(1e-5));
  const double variance = 600 * (9 * 4 * std::exp(0.25) - 2 * 3 * 2 + 1);
  CHECK(estimate_of(values.realised).mean == Approx(3000).margin(4 * std::sqrt(variance / 1000)));
  CHECK(variance_of(values.realised) == Approx(variance).epsilon(4 * std::sqrt(2.0 / 999)));
}

TEST_CASE("where people leave, equity without luck varies only by when they do, as by hand") {
  // Each is there in month t with chance 0.9^(t−1) and expected to bring 5 then: of 50 people the variance is
  // 50 · 25 · Var(months there). Purchases add 50 · E[months there] · E[(3 U − 1)²] to what is realised.
  const Study study = alone(std::string(alike) + "departure: {rate: 10% per month, when: end}\n");
  const Values values = values_of({&study.baseline}, 50, 1000)[0];
  double mean = 0, squares = 0;
  for (int t = 1; t <= 12; ++t) {  // P(there in month t); Σ over s, t of P(there in the later one)
    mean += std::pow(0.9, t - 1);
    squares += (2 * t - 1) * std::pow(0.9, t - 1);
  }
  const double of_leaving = 50 * 25 * (squares - mean * mean),
               of_purchases = 50 * mean * (9 * 4 * std::exp(0.25) - 2 * 3 * 2 + 1);
  const double sampling = 4 * std::sqrt(2.0 / 999);  // of a variance of 1000 normal values, 4 standard errors
  CHECK(variance_of(values.expected) == Approx(of_leaving).epsilon(sampling));
  CHECK(variance_of(values.realised) == Approx(of_leaving + of_purchases).epsilon(sampling));
  // 1.59 by hand; its standard error here is below 1.59 · √(4 / 999) = 0.1.
  const double gain = variance_of(values.realised) / variance_of(values.expected);
  CHECK((of_leaving + of_purchases) / of_leaving == Approx(1.59).margin(0.01));
  CHECK(gain > 1.2);
  CHECK(estimate_of(values.luck).mean == Approx(0).margin(4 * estimate_of(values.luck).mc_error));
}

TEST_CASE("both estimators have the same mean, whatever people are like") {
  // Each mean of luck is within 4 standard errors of 0, which chance exceeds once in 10,000.
  for (const std::string& market : of_kinds) {
    const Study study = study_of_text(market,
                                      "scenario: Cut\nworld: market.yaml\nchanges:\n"
                                      "  - {change: brands.us.price, by: -10%, from: month 3}\n");
    const auto values = values_of({&study.baseline, &study.scenarios.front()}, 2000, 100);
    for (const Values& of : values) {
      INFO(market.substr(0, 24));
      const Estimate luck = estimate_of(of.luck), existing = estimate_of(of.luck_existing);
      CHECK(luck.sd > 0);
      CHECK(std::abs(luck.mean) < 4 * luck.mc_error);
      CHECK(std::abs(existing.mean) < 4 * existing.mc_error);
    }
  }
}

TEST_CASE("so they have in the worlds that are shipped, of contracts, lapses, word of mouth and channels") {
  for (const char* file : {"airline/price-cut.yaml", "appliance/price-cut.yaml", "gym/price-cut.yaml",
                           "mobile/price-war.yaml", "music/price-cut.yaml"}) {
    INFO(file);
    const Study study = read_study({std::string(CLIENTELE_SOURCE_DIR) + "/scenarios/" + file}, {});
    const auto values = values_of({&study.baseline, &study.scenarios.front()}, 1000, 48);
    for (const Values& of : values) {
      const Estimate luck = estimate_of(of.luck);
      CHECK(luck.sd > 0);
      CHECK(std::abs(luck.mean) < 4 * luck.mc_error);
    }
  }
}

TEST_CASE("luck is most of what a small price cut's effect varies by where people buy rarely") {
  const Study study = read_study({CLIENTELE_SOURCE_DIR "/scenarios/appliance/price-cut.yaml"}, {});
  const auto values = values_of({&study.baseline, &study.scenarios.front()}, 1000, 100);
  std::vector<double> realised, expected;
  for (std::size_t r = 0; r < 100; ++r) {
    realised.push_back(values[1].realised[r] - values[0].realised[r]);
    expected.push_back(values[1].expected[r] - values[0].expected[r]);
  }
  // A ratio of 2 of variances with 99 degrees of freedom each comes by chance less than once in 1,000.
  CHECK(variance_of(realised) > 2 * variance_of(expected));
}

TEST_CASE("to know what was to be expected changes nothing of what happens") {
  for (const std::string& market : of_kinds) {
    const Study study = alone(market);
    const auto with = values_of({&study.baseline}, 300, 2),
               without = values_of({&study.baseline}, 300, 2, Estimator::realised);
    CHECK(with[0].realised == without[0].realised);
    CHECK(without[0].luck == std::vector<double>{0, 0});
  }
}

TEST_CASE("luck is the same to the last unit whatever the lanes, threads and blocks") {
  for (const std::string& market : of_kinds) {
    const Study study = alone(market);
    const auto tables = [&](RunOptions options) {
      options.estimator = Estimator::expected;
      return all_tables(study, options);
    };
    const std::string usual = tables({.threads = 2});
    CHECK(usual != all_tables(study, {.estimator = Estimator::realised}));
    for (const int lanes : available_lanes())
      if (lanes > 1 || market == of_kinds[0])  // one lane is by far the slowest here
        CHECK(tables({.threads = 1, .lanes = lanes, .block = 100}) == usual);
  }
}

}  // namespace clientele
