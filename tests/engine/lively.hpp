// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/report/csv.hpp"
#include "sim/report/tables.hpp"
#include "tests/engine/lived.hpp"

namespace clientele {

/// A small world in which every behaviour of today acts, and a scenario that changes prices and ratings and
/// lets a brand in.
inline constexpr char lively_market[] = R"(market: Lively
horizon: 14 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 3.20, unit_cost: 1.10, cost_to_serve: 0.2, share: 30%, ratings: {quality: 4.0, service: 3.8, image: 4.2},
          failure: 8%, response: 50%, cost_per_complaint: 0.4, cost_of_answer: 0.7}
  rival: {price: 2.90, unit_cost: 1.05, share: 45%, ratings: {quality: 3.6, service: 3.5, image: 3.7}, failure: 5%,
          reaction: {model: in_kind, share: 80%, lag: 2 months, probability: 50%}}
  rest:  {share: 25%}
  chain: {price: 2.50, unit_cost: 1.00, appeal: 0.2, enters: never, ratings: {quality: 3.4, service: 3.4, image: 3.0}}
promotions:
  card: {brand: us, discount: 5%, to: {segment: light}}
  large: {brand: us, basket: 4}
segments:
  heavy: {share: 30%, need: {purchases: {gamma: {mean: 9 per month, shape: 3}}}}
  light: {share: 70%, departure: {rate: 4% per month, when: start}}
need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 1.4}}, season: [0.7, 1.2, 0.8, 1.3]}
choice:
  inertia: {normal: {mean: 0.85, sd: 0.3}}
  price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}
  taste: {normal: {sd: 0.6}}
  drivers:
    quality: {weight: {lognormal: {median: 0.4, sigma: 0.3}}}
    image:   {equity: brand, weight: 0.25}
purchase: {model: lognormal, units: {lognormal: {median: 1.2, sigma: 0.3}}, variation: 0.4}
experience: {}
departure: {rate: 2% per month}
start: {warm_up: 3 months}
)";
inline constexpr char lively_scenario[] = R"(scenario: Much at once
world: market.yaml
changes:
  - {change: brands.us.price, by: -10%, from: month 3, over: 3 months}
  - {change: brands.us.ratings.image, by: 0.3, from: month 4}
  - {change: promotions.large.discount, to: 12%, from: month 2, until: month 3, each: 4 months}
  - {change: brands.us.failure, to: 18%, from: month 5, over: 4 months}
  - {change: brands.chain.enters, to: month 6}
investments:
  - {name: launch, amount: 2k, at: month 2}
)";

inline std::string all_tables(const Study& study, RunOptions options) {
  options.customers = 1000;
  options.replications = 3;
  options.explain = 0;  // tests/study/equity_test.cpp keeps that promise
  std::string text;
  for (const Table& table : tables_of(run(study.baseline, study.scenarios, options, {}, {})))
    text += to_csv(table, CsvStyle::standard);
  return text;
}

/// The same with people who come in over time, in one segment by the world's list, in the other by its own.
inline std::string with_arrivals(std::string market) {
  market = replaced(market, "light: {share: 70%, ",
                    "light: {share: 70%, prospects: 40%, arrivals: [500, 0, 700], ");
  return market + "arrivals: [200, 300, 400, 100]\n";
}

/// The same with people who tell each other of their brands, of whom one segment more than the other.
inline std::string with_talk(std::string market) {
  market = replaced(with_arrivals(market), "share: 30%, ratings",
                    "share: 30%, encouragement: 20%, referral_reward: 2, ratings");
  market = replaced(market, "light: {share: 70%, ", "light: {share: 70%, advocacy: {intend: 3 per month}, ");
  return market + "advocacy: {intend: 1 per month, convert: 30%, persuasion: 0.4, warn: 0.5 per month}\n";
}

/// A market in which all that binds customers beside satisfaction acts and changes.
inline constexpr char bound_market[] = R"(market: Bound
horizon: 10 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 3.20, unit_cost: 1.10, appeal: 0.2, switching_cost: 0.2}
  rival: {price: 2.90, unit_cost: 1.05, appeal: 0.4}
  rest:  {appeal: 0, level: substitute}
  chain: {price: 2.50, unit_cost: 1.00, appeal: 0.2, awareness: 80%, enters: never}
segments:
  often:  {share: 30%, need: {model: poisson_gamma, purchases: {gamma: {mean: 3 per month, shape: 1.4}}}}
  rarely: {share: 70%, choice: {switching_cost: 0.5}}
need: {probability: {beta: {alpha: 2, beta: 6}}}
choice:
  inertia: {normal: {mean: 0.85, sd: 0.3}}
  nests: {direct: 0.6, substitute: 1}
  habit_half_life: 3 months
  habit_growth: 60%
  switching_cost: 0.3
  price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}
  taste: {normal: {sd: 0.6}}
departure: {rate: 4% per month}
)";
inline constexpr char bound_scenario[] = R"(scenario: Free and bound
world: market.yaml
changes:
  - {change: choice.switching_cost, to: 0, from: month 3}
  - {change: brands.us.switching_cost, to: 0.8, from: month 4}
  - {change: brands.chain.enters, to: month 6}
)";

inline Study bound() { return study_of_text(bound_market, bound_scenario); }

/// The same with shares, and without levels of competition, among which shares take ten times as long to
/// solve.
inline Study bound_by_share() {
  std::string market = replaced(bound_market, "appeal: 0.2, switching_cost", "share: 30%, switching_cost");
  market =
      replaced(replaced(market, "appeal: 0.4", "share: 45%"), "appeal: 0, level: substitute", "share: 25%");
  return study_of_text(replaced(market, "  nests: {direct: 0.6, substitute: 1}\n", ""), bound_scenario);
}

inline Study lively() { return study_of_text(lively_market, lively_scenario); }

/// The only segment of a market alone, of so many people.
inline SegmentOutcome lived(const std::string& market, int people,
                            std::vector<std::string>* brands = nullptr) {
  Lived all = lived_through(market, people);
  if (brands) *brands = all.stage.brands;
  return std::move(all.scenarios[0][0]);
}

inline constexpr char one_segment[] = R"(market: Plain
horizon: 10 months
discount_rate: 10% per year
people: 10k
focal: us
brands:
  us:    {price: 3.20, unit_cost: 1.10, appeal: 0.3}
  rival: {price: 2.90, unit_cost: 1.05, appeal: 0.5}
  chain: {price: 2.50, unit_cost: 1.00, appeal: 0.2, enters: never}
need: {model: poisson_gamma, purchases: {gamma: {mean: 2 per month, shape: 1.4}}}
choice: {inertia: 0.8, price_sensitivity: {lognormal: {median: 2.2, sigma: 0.4}}, taste: {normal: {sd: 0.6}}}
departure: {rate: 2% per month}
)";

}  // namespace clientele
