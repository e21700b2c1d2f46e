// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/results.hpp"

namespace clientele {

inline Estimate estimate(double mean, double error) {
  return {.mean = mean,
          .sd = error * 3,
          .p05 = mean - 4 * error,
          .p25 = mean - 2 * error,
          .p50 = mean,
          .p75 = mean + 2 * error,
          .p95 = mean + 4 * error,
          .mc_error = error};
}

inline Headline fixed_headline() {
  Headline today;
  today.scenario = "today";
  today.equity = estimate(12.34e6, 30e3);
  today.equity_today = estimate(9e6, 20e3);
  today.equity_future = estimate(3.34e6, 10e3);
  today.customers_today = estimate(96e3, 100);
  today.customers_end = estimate(91e3, 100);
  today.share = estimate(.24, .001);
  today.retention = estimate(.931, .001);
  today.clv = estimate(93.7, .4);
  today.clv_p25 = estimate(20, .1);
  today.clv_p50 = estimate(61, .1);
  today.clv_p75 = estimate(130, .1);
  today.best_fifth = estimate(.52, .01);
  today.simple = SimpleFormula{.spend = 4.2, .purchases = 3.1, .margin = .65, .lifetime = 22, .value = 186.2};
  return today;
}

/// A world alone, with numbers that are easy to recognise.
inline Results fixed_world() {
  Results results;
  results.focal = "us";
  results.currency = "EUR";
  results.period = "month";
  results.periods = 60;
  results.people = 400e3;
  results.simulated_people = 10000;
  results.replications = results.replications_asked = 8;
  results.headlines = {fixed_headline()};
  results.customer_months = 48e6;
  results.simulation_seconds = 0.5;
  results.kernel = "AVX-512, 16 lanes";
  results.threads = 2;
  return results;
}

/// The same beside a scenario with this difference in customer equity.
inline Results fixed_scenario(double difference, double error, double investment) {
  Results results = fixed_world();
  Headline cut = fixed_headline();
  cut.scenario = "Ten per cent off";
  cut.equity = estimate(12.34e6 + difference, 30e3);
  cut.customers_end = estimate(95e3, 100);
  cut.against = Against{.difference = estimate(difference, error),
                        .low = difference - 2 * error,
                        .high = difference + 2 * error,
                        .investment = investment,
                        .net_value = difference - investment,
                        .return_on_investment = std::nullopt,
                        .customers_end = 4000,
                        .customers_end_error = 90};
  if (investment > 0) cut.against->return_on_investment = difference / investment - 1;
  results.headlines.push_back(cut);
  return results;
}

}  // namespace clientele
