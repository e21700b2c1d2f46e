// SPDX-License-Identifier: MIT
#include "sim/study/forecast.hpp"

#include <algorithm>

#include "sim/engine/parallel.hpp"
#include "sim/scenario/draws.hpp"
#include "sim/study/findings.hpp"
#include "sim/study/sampling.hpp"
#include "sim/study/staging.hpp"

namespace clientele {

namespace {

/// What a replication of few people tells, in tables as large as those of many.
Findings told_by_few(const std::vector<Scenario>& scenarios, const Settled& today,
                     const RunOptions& options) {
  RunOptions few = options;
  few.customers = 100, few.replications = 1, few.threads = 1;
  std::vector<const Scenario*> all;
  for (const Scenario& scenario : scenarios) all.push_back(&scenario);
  const Stage stage = set_stage(all, today.appeal, few);
  const Books books{stage.plan, stage.scales, stage.brands};
  return findings_of(books, simulate(stage.plan, {}, {}).at(0), 0, scenarios, Keys::known);
}

/// What is kept of every sample, in full.
double bytes_of_rest(const Findings& sample) {
  double bytes = sizeof(Findings) + sizeof(double) * static_cast<double>(sample.summary.values.size() +
                                                                         sample.summary_expected.size());
  for (const FocalFindings& of_ours : sample.focal)
    bytes += sizeof(FocalFindings) +
             sizeof(double) * static_cast<double>(of_ours.value_by_period.size() + of_ours.moved.size());
  return bytes;
}

}  // namespace

MemoryForecast memory_of_run(const std::vector<Scenario>& scenarios, const Settled& today,
                             const RunOptions& asked) {
  const RunOptions options = settled(asked, scenarios);
  std::vector<Scenario> all = scenarios;
  for (Scenario& scenario : all) scenario.world = today.world;
  const Findings sample = told_by_few(all, today, options);
  const double together = options.replications, many = options.draws > 1 ? options.draws : together;
  const double alike = options.draws > 1 ? together : 1;  // samples of one draw
  const double fit = static_cast<double>(samples_that_fit(sample, options.table_memory / alike));
  const double doubled = options.draws > 1 ? 2 * std::min<double>(doubled_draws, many) : 0;
  const auto of_tables = static_cast<double>(bytes_of_long_tables(sample));
  MemoryForecast forecast{.in_bins = many > fit};
  forecast.tables =
      (std::min(many, fit) * alike + doubled) * of_tables + (many * alike + doubled) * bytes_of_rest(sample);
  if (forecast.in_bins) forecast.tables += of_tables / sizeof(double) * Binned::most_bytes;
  const double at_once = options.draws > 1 ? threads_for(options.threads) * together
                                           : std::min(options.replications, replications_at_once(options));
  forecast.people =
      static_cast<double>(sizeof(Life)) * options.customers * at_once * static_cast<double>(all.size());
  return forecast;
}

}  // namespace clientele
