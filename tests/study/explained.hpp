// SPDX-License-Identifier: MIT
// Worlds whose equity is explained, and what is said of it.
#pragma once

#include <cmath>

#include "sim/report/csv.hpp"
#include "sim/report/tables.hpp"
#include "sim/study/run.hpp"
#include "tests/engine/lived.hpp"

namespace clientele::explained {

inline constexpr char sources[] = "value, brand and retention equity";
inline constexpr char nothing[] = "scenario: None\nworld: market.yaml\n";

/// Two brands between which people choose once a month by appeal and price; cells to fill in.
inline std::string duel(const std::string& us, const std::string& them, const std::string& choice) {
  return "market: A duel\nperiod: month\nhorizon: 24 months\ndiscount_rate: 10% per year\npeople: "
         "10k\nfocal: us\n"
         "brands:\n  us:   {unit_cost: 4, " +
         us + "}\n  them: {unit_cost: 4, " + them + "}\nchoice: {" + choice + "}\n";
}

inline RunOptions few(int customers = 2000, int replications = 3) {
  RunOptions options;
  options.customers = customers;
  options.replications = replications;
  options.threads = 2;
  return options;
}

inline Results run_text(const std::string& market, const std::string& scenario, const RunOptions& options) {
  const Study study = study_of_text(market, scenario);
  return run(study.baseline, study.scenarios, options, {}, {});
}

inline Results run_world(const std::string& market, const RunOptions& options = few()) {
  const Study study = study_of_text(market, nothing);
  return run(study.baseline, {}, options, {}, {});
}

inline const EquityRow* row_of(const Results& results, const std::string& of, const std::string& part) {
  for (const auto& row : results.equity)
    if (row.of == of && row.part == part) return &row;
  return nullptr;
}

inline double part_of(const Results& results, const std::string& of, const std::string& part) {
  const EquityRow* row = row_of(results, of, part);
  if (!row) FAIL("no row " << of << ", " << part);
  return row->value;
}

inline double sum_of(const Results& results, const std::string& scenario, const std::string& of) {
  double sum = 0;
  for (const auto& row : results.equity)
    if (row.scenario == scenario && row.of == of) sum += row.value;
  return sum;
}

inline std::string all_bytes(const Results& results, const std::string& but = "") {
  std::string bytes;
  for (const Table& table : tables_of(results))
    if (table.name != but) bytes += to_csv(table, CsvStyle::standard);
  return bytes;
}

/// Something of everything: habit, memory, a programme, contacts, awareness, three brands.
inline constexpr char rich[] = R"(market: Of everything
horizon: 18 months
discount_rate: 10% per year
people: 40k
focal: us
brands:
  us:     {share: 40%, awareness: 80%, price: 10, unit_cost: 5, ratings: {quality: 4.0, service: 3.7, image: 3.2, ease: 4},
           programme: {enrolment: 20% per month, threshold: 20, reward_cost: 2, utility: 0.4, half_life: 6 months}}
  them:   {share: 35%, awareness: 90%, price: 9, unit_cost: 5, ratings: {quality: 3.6, service: 3.5, image: 3.8, ease: 3}}
  others: {share: 25%}
contacts:
  mail: {cost: 0.3, frequency: 1 per month, utility: 0.1}
need: {model: poisson_gamma, purchases: {gamma: {mean: 1 per month, shape: 2}}}
choice:
  inertia: {normal: {mean: 0.8, sd: 0.2}}
  price_sensitivity: {lognormal: {median: 2, sigma: 0.3}}
  taste: {normal: {sd: 0.8}}
  drivers:
    quality: {equity: value, weight: 0.5}
    image: {equity: brand, weight: 0.3}
    ease: {equity: retention, weight: 0.2}
experience: {product_noise: 0.5, dissatisfied_below: 3.4, disappointment: 0.5}
departure: {rate: 1% per month}
)";

inline constexpr char alone[] =
    "market: Alone\nperiod: month\nhorizon: 24 months\ndiscount_rate: 10% per year\npeople: 10k\nfocal: us\n"
    "brands:\n  us: {price: 10, unit_cost: 4}\ndeparture: {rate: 3% per month, when: end}\n";

inline std::string changed(const std::string& what) {
  return "scenario: Other\nworld: market.yaml\nchanges:\n  - {change: " + what + "}\n";
}

/// A world of which not all is known, and a scenario of which it is not known whether it happens.
inline constexpr char in_doubt[] = R"(market: Two of a trade
horizon: 18 months
discount_rate: 10% per year
people: 50k
focal: us
brands:
  us:   {share: 40%, price: 10, unit_cost: 5 to 6, ratings: {service: 3.6}}
  them: {share: 60%, price: 9, unit_cost: 5, ratings: {service: 3.4}}
choice:
  inertia: {normal: {mean: 0.6 to 1.0, sd: 0.2}}
  price_sensitivity: {lognormal: {median: 2 to 3, sigma: 0.3}}
  drivers: {service: {equity: value, weight: 0.4 to 0.7}}
)";
inline constexpr char perhaps[] = R"(scenario: Perhaps
world: market.yaml
changes:
  - {change: brands.us.ratings.service, by: 0.1 to 0.5, probability: 50%}
  - {change: brands.us.price, by: -5%}
)";

inline RunOptions drawn(int draws, std::optional<int> explain = {}) {
  RunOptions options = few(300, 1);
  options.draws = draws;
  options.explain = explain;
  return options;
}

}  // namespace clientele::explained
