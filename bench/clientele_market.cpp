// SPDX-License-Identifier: MIT
#include "bench/clientele_market.hpp"

#include <chrono>
#include <ctime>

#include "sim/engine/appeals.hpp"
#include "sim/input/read.hpp"
#include "sim/statistics/estimate.hpp"
#include "sim/study/accounts.hpp"

namespace clientele::bench {

namespace {

Measured measured(std::vector<double> by_population) {
  const Estimate estimate = estimate_of(std::move(by_population));
  return {estimate.mean, estimate.mc_error};
}

}  // namespace

Scenario read_market(const std::string& file) { return read_study({file}, {}).baseline; }

std::vector<Scenario> with_price_cuts(const Scenario& baseline, const std::vector<double>& cuts) {
  std::vector<Scenario> worlds = {baseline};
  for (const double cut : cuts)
    worlds.emplace_back(baseline).changes.push_back(
        {.path = "brands." + baseline.world.market.focal + ".price",
         .how = Change::How::by_share,
         .amount = -cut});
  return worlds;
}

std::vector<const Scenario*> beside(const std::vector<Scenario>& worlds) {
  std::vector<const Scenario*> scenarios;
  for (const Scenario& world : worlds) scenarios.push_back(&world);
  return scenarios;
}

Stage prepare(const std::vector<const Scenario*>& scenarios, Size size, Way way, std::uint64_t seed) {
  const World& world = scenarios.front()->world;
  return set_stage(scenarios, appeals_of(world, seed, {.threads = way.threads}),
                   {.customers = size.people,
                    .replications = size.populations,
                    .estimator = way.estimator,
                    .seed = seed,
                    .threads = way.threads,
                    .lanes = way.lanes},
                   {.detail = way.detail});
}

Findings simulate_market(const Stage& stage) {
  const auto wall = std::chrono::steady_clock::now();
  const std::clock_t cpu = std::clock();
  const Outcome outcome = simulate(stage.plan, {}, {});
  Findings findings{.cpu_seconds = static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
  findings.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count();

  const Books books{stage.plan, stage.scales, stage.brands};
  std::vector<double> value, value_of_customers, share, months;
  for (const auto& replication : outcome) {
    double people = 0, simulated = 0, lived = 0;
    for (std::size_t s = 0; s < stage.plan.population.size(); ++s) {
      const SegmentPopulation& segment = stage.plan.population[s];
      people += segment.weight * segment.people;
      simulated += segment.people;
      lived += static_cast<double>(replication[0][s].tally.lived());
    }
    const Totals total = over_horizon(totals_by_period(books, 0, replication[0], -1, 0));
    value.push_back(total.value / people);
    value_of_customers.push_back(values_of_existing(books, replication[0], -1).mean());
    share.push_back(total.purchases / total.market_purchases);
    months.push_back(lived / simulated);
    findings.active_months += lived;
  }
  findings.value = measured(value);
  findings.value_of_customers = measured(value_of_customers);
  findings.share = measured(share);
  findings.months = measured(months);
  return findings;
}

}  // namespace clientele::bench
