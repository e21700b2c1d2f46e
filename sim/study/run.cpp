// SPDX-License-Identifier: MIT
#include "sim/study/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "sim/base/period.hpp"
#include "sim/base/problem.hpp"
#include "sim/engine/answering.hpp"
#include "sim/engine/appeals.hpp"
#include "sim/engine/habits.hpp"
#include "sim/scenario/advice.hpp"
#include "sim/scenario/answers.hpp"
#include "sim/scenario/referrals.hpp"
#include "sim/study/accounts.hpp"
#include "sim/study/branching.hpp"
#include "sim/study/cash.hpp"
#include "sim/study/channels.hpp"
#include "sim/study/headline.hpp"
#include "sim/study/staging.hpp"
#include "sim/study/tabulate.hpp"

namespace clientele {

namespace {

/// Memory for every simulated life is kept until the end of the run.
void check_size(const RunOptions& options, std::size_t scenarios) {
  const double bytes = static_cast<double>(sizeof(Life)) * options.customers * options.replications *
                       static_cast<double>(scenarios);
  if (bytes > 8e9)
    throw RunFailed(
        fmt::format("{} customers in {} replications would need {:.0f} GB of memory; 8 GB are allowed. "
                    "Use fewer --customers or --replications",
                    options.customers, options.replications, bytes / 1e9));
}

/// In how many replications a brand answered, where that is a matter of chance.
std::string about_chance(const Named<Brand>& brand, const Books& books, std::size_t replications,
                         const Scenario& scenario) {
  const auto& brands = scenario.world.brands;
  std::size_t at = 0, answered = 0;
  while (brands[at].name != brand.name) ++at;
  for (std::size_t r = 0; r < replications; ++r)
    answered += answering_in(scenario.world, books.plan.seed, books.plan.draw, static_cast<int>(r))[at];
  return fmt::format(
      "Whether {} answers is a matter of chance ({:.3g} %): it did in {} of {} replications. More "
      "--replications come nearer to that.",
      brand.name, 100 * brand.is.reaction->probability.value, answered, replications);
}

/// That customers of ours multiply by themselves, where they do; else empty.
std::string about_branching(const Books& books, const Outcome& outcome, int scenario, const Scenario& what) {
  if (branching_by_formula(what.world).value_or(0) >= 1) return "";  // it is said before the run
  double sum = 0;
  for (const auto& replication : outcome)
    sum +=
        branching_in(what.world, totals_by_period(books, scenario, replication[scenario], -1, 0)).value_or(0);
  const double factor = sum / static_cast<double>(outcome.size());
  return factor >= 1 ? fmt::format("In '{}' {}.", what.name, without_limit(factor)) : "";
}

void warn(const Books& books, const Outcome& outcome, const std::vector<const Scenario*>& scenarios,
          Results& results) {
  const Market& market = scenarios.front()->world.market;
  double least = 1, most = 0;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const double part =
        part_beyond_horizon(books, outcome, static_cast<int>(s), static_cast<int>(in_a_year(market.period)));
    least = std::min(least, part);
    most = std::max(most, part);
  }
  if (most > 0.1) {
    const std::string range = std::lround(100 * least) == std::lround(100 * most)
                                  ? fmt::format("{:.0f}", 100 * most)
                                  : fmt::format("{:.0f} to {:.0f}", 100 * least, 100 * most);
    results.warnings.push_back(fmt::format(
        "About {} % of the customer equity lies beyond the horizon of {} {} and is not counted. A "
        "longer `horizon` would count it.",
        range, results.periods, named(market.period).plural));
  }
  for (const auto& brand : scenarios.back()->world.brands)
    if (scenarios.size() > 1 && reacts_by_chance(brand.is))
      results.warnings.push_back(about_chance(brand, books, outcome.size(), *scenarios.back()));
  for (std::size_t s = 0; s < scenarios.size(); ++s)
    if (auto sentence = about_branching(books, outcome, static_cast<int>(s), *scenarios[s]);
        !sentence.empty()) {
      results.warnings.push_back(std::move(sentence));
      break;
    }
  if (outcome.size() < 2)
    results.warnings.push_back("One replication gives no Monte Carlo error. Use --replications 2 or more.");
}

}  // namespace

Results run(const Scenario& written, const std::optional<Scenario>& change, const RunOptions& options,
            const Progress& progress, std::stop_token stop) {
  check_size(options, change ? 2 : 1);
  const Workplace workplace{.threads = options.threads, .lanes = options.lanes, .block = options.block};
  Scenario baseline = written;
  baseline.world = with_habits(written.world, options.seed, workplace, stop);
  std::optional<Scenario> scenario = change;
  std::vector<const Scenario*> scenarios = {&baseline};
  if (scenario) {
    scenario->world = baseline.world;
    scenarios.push_back(&*scenario);
  }
  const Stage stage =
      set_stage(scenarios, appeals_of(baseline.world, options.seed, workplace, stop), options);
  const auto began = std::chrono::steady_clock::now();
  const Outcome outcome = simulate(stage.plan, progress, stop);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  if (outcome.empty()) throw RunFailed("stopped before the first replication was finished; nothing was kept");

  const Market& market = baseline.world.market;
  const Books books{stage.plan, stage.scales, stage.brands};
  Results results;
  results.focal = market.focal;
  results.currency = market.currency;
  results.period = named(market.period).name;
  results.periods = static_cast<int>(std::lround(market.horizon.value));
  results.people = market.people.value;
  for (const auto& segment : stage.plan.population) results.simulated_people += segment.people;
  results.replications = static_cast<int>(outcome.size());
  results.replications_asked = options.replications;
  results.interrupted = results.replications < options.replications;
  results.simulation_seconds = took.count();
  results.kernel = kernel_name(options.lanes);
  results.threads =
      options.threads > 0 ? options.threads : static_cast<int>(std::thread::hardware_concurrency());
  for (const auto& replication : outcome)
    for (const auto& segments : replication)
      for (const auto& segment : segments)
        results.customer_months += static_cast<double>(segment.tally.lived());
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    const int which = static_cast<int>(s);
    results.headlines.push_back(headline_of(books, outcome, which, *scenarios[s]));
    tabulate(books, outcome, which, scenarios[s]->name, results);
    tabulate_cash(books, outcome, which, *scenarios[s], results);
    tabulate_channels(books, outcome, which, *scenarios[s], results);
  }
  for (std::size_t r = 0; r < outcome.size(); ++r)
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
      const auto equity = [&](std::size_t which) {
        return over_horizon(totals_by_period(books, static_cast<int>(which), outcome[r][which], -1, 0)).value;
      };
      const double net = s == 0 ? 0 : equity(s) - equity(0) - investment_today(*scenarios[s]);
      results.draws.push_back({.draw = 1,
                               .replication = static_cast<int>(r) + 1,
                               .scenario = scenarios[s]->name,
                               .customer_equity = equity(s),
                               .net_value = net});
    }
  warn(books, outcome, scenarios, results);
  return results;
}

}  // namespace clientele
