// SPDX-License-Identifier: MIT
#include "sim/study/run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

#include "sim/base/period.hpp"
#include "sim/base/problem.hpp"
#include "sim/engine/answering.hpp"
#include "sim/engine/population.hpp"
#include "sim/scenario/advice.hpp"
#include "sim/scenario/answers.hpp"
#include "sim/scenario/draws.hpp"
#include "sim/scenario/realisation.hpp"
#include "sim/scenario/referrals.hpp"
#include "sim/study/attribution.hpp"
#include "sim/study/channels.hpp"
#include "sim/study/comparison.hpp"
#include "sim/study/equity.hpp"
#include "sim/study/fold.hpp"
#include "sim/study/headline.hpp"
#include "sim/study/sampling.hpp"

namespace clientele {

namespace {

/// Every simulated life is kept until its draw, or its replications, are told.
void check_size(const RunOptions& options, std::size_t scenarios) {
  const int at_once = options.draws == 1 ? std::min(options.replications, replications_at_once(options)) : 64;
  const double bytes =
      static_cast<double>(sizeof(Life)) * options.customers * at_once * static_cast<double>(scenarios);
  if (bytes > 8e9)
    throw RunFailed(
        fmt::format("{} customers in {} replications would need {:.0f} GB of memory; 8 GB are allowed. "
                    "Use fewer --customers or --replications",
                    options.customers, options.replications, bytes / 1e9));
}

/// In how many replications a brand answered, where that is a matter of chance.
std::string about_chance(const Named<Brand>& brand, const RunOptions& options, int replications,
                         const Scenario& scenario) {
  const auto& brands = scenario.world.brands;
  std::size_t at = 0, answered = 0;
  while (brands[at].name != brand.name) ++at;
  for (int r = 0; r < replications; ++r) answered += answering_in(scenario.world, options.seed, 0, r)[at];
  return fmt::format(
      "Whether {} answers is a matter of chance ({:.3g} %): it did in {} of {} replications. More "
      "--replications come nearer to that.",
      brand.name, 100 * brand.is.reaction->probability.value, answered, replications);
}

/// That customers of ours multiply by themselves, where they do; else empty.
std::string about_branching(const Samples& samples, int scenario, const Scenario& what) {
  if (branching_by_formula(what.world)) return "";  // known exactly, and said before the run where it is so
  double sum = 0;
  for (const Findings& sample : samples.main) sum += sample.focal[scenario].branching.value_or(0);
  const double factor = sum / static_cast<double>(samples.main.size());
  return factor >= 1 ? fmt::format("In '{}' {}.", what.name, without_limit(factor)) : "";
}

std::string about_horizon(const Samples& samples, const Market& market, int scenarios) {
  double least = 1, most = 0;
  for (int s = 0; s < scenarios; ++s) {
    const double part = part_beyond_horizon(samples, s, static_cast<int>(in_a_year(market.period)));
    least = std::min(least, part);
    most = std::max(most, part);
  }
  if (most <= 0.1) return "";
  const std::string range = std::lround(100 * least) == std::lround(100 * most)
                                ? fmt::format("{:.0f}", 100 * most)
                                : fmt::format("{:.0f} to {:.0f}", 100 * least, 100 * most);
  return fmt::format(
      "About {} % of the customer equity lies beyond the horizon of {:.0f} {} and is not counted. A "
      "longer `horizon` would count it.",
      range, market.horizon.value, named(market.period).plural);
}

void warn(const Samples& samples, const std::vector<Scenario>& scenarios, const RunOptions& options,
          Results& results) {
  const auto say = [&](std::string sentence) {
    if (!sentence.empty()) results.warnings.push_back(std::move(sentence));
  };
  say(about_horizon(samples, scenarios.front().world.market, static_cast<int>(scenarios.size())));
  for (const auto& brand : scenarios.back().world.brands)
    if (scenarios.size() > 1 && samples.draws == 1 && reacts_by_chance(brand.is))
      say(about_chance(brand, options, samples.replications, scenarios.back()));
  for (std::size_t s = 0; s < scenarios.size(); ++s)
    if (auto sentence = about_branching(samples, static_cast<int>(s), scenarios[s]); !sentence.empty()) {
      say(std::move(sentence));
      break;
    }
  if (!samples.explained()) say("It was interrupted before it was worked out where equity comes from.");
  if (samples.main.size() < 2)
    say("One replication gives no Monte Carlo error. Use --replications 2 or more.");
  if (options.precision && samples.asked >= most_samples)
    say(fmt::format("The precision that was asked for was not reached with {} {}.", samples.asked,
                    options.draws > 1 ? "draws" : "replications"));
}

/// The baseline and the scenarios beside it, all of the baseline's world.
std::vector<Scenario> of_one_world(const Scenario& baseline, const std::vector<Scenario>& scenarios) {
  std::vector<Scenario> all = {baseline};
  for (Scenario scenario : scenarios) {
    scenario.world = baseline.world;
    for (std::size_t i = 0; i < scenario.changes.size(); ++i) scenario.changes[i].place = static_cast<int>(i);
    all.push_back(std::move(scenario));
  }
  return all;
}

void tell_frame(const Samples& samples, const std::vector<Scenario>& scenarios, const RunOptions& options,
                Results& results) {
  const Market& market = scenarios.front().world.market;
  results.focal = market.focal;
  results.currency = market.currency;
  results.period = named(market.period).name;
  results.periods = static_cast<int>(std::lround(market.horizon.value));
  results.people = market.people.value;
  for (const auto& segment : populate(scenarios.front().world, options.customers))
    results.simulated_people += segment.people;
  results.draws = samples.draws;
  results.replications = samples.replications;
  const bool by_draws = options.draws > 1;
  results.draws_asked = by_draws ? samples.asked : 1;
  results.replications_asked = by_draws ? options.replications : samples.asked;
  results.interrupted = samples.draws < results.draws_asked ||
                        samples.replications < results.replications_asked || !samples.explained();
  results.estimator = *options.estimator;
  results.kernel = kernel_name(options.lanes);
  results.threads =
      options.threads > 0 ? options.threads : static_cast<int>(std::thread::hardware_concurrency());
  const int side_by_side = by_draws ? results.threads : 1;
  const auto add = [&](double lived, double seconds) {
    results.customer_months += lived;
    results.simulation_seconds += seconds / side_by_side;
  };
  for (const auto* some : {&samples.main, &samples.same_people, &samples.other_people})
    for (const Findings& sample : *some) add(sample.customer_periods, sample.seconds);
  for (const Bridge& bridge : samples.bridges)
    for (const auto& worlds : bridge.worth)
      for (const Worth& world : worlds) add(world.lived, world.seconds);
}

void tell_samples(const Samples& samples, const std::vector<Scenario>& scenarios, Results& results) {
  for (std::size_t i = 0; i < samples.main.size(); ++i) {
    const auto equity = [&](std::size_t s) {
      return equity_of(static_cast<int>(s)).expected(samples.main[i]);
    };
    for (std::size_t s = 0; s < scenarios.size(); ++s)
      results.samples.push_back(
          {.draw = static_cast<int>(i) / samples.replications + 1,
           .replication = static_cast<int>(i) % samples.replications + 1,
           .scenario = scenarios[s].name,
           .customer_equity = equity(s),
           .net_value = s == 0 ? 0 : equity(s) - equity(0) - samples.main[i].focal[s].investment});
  }
}

}  // namespace

RunOptions settled(RunOptions options, const std::vector<Scenario>& scenarios) {
  const bool uncertain = unknowns_of(scenarios).any();
  if (options.draws == 0) options.draws = 256;
  options.draws = uncertain ? (options.draws + shifts - 1) / shifts * shifts : 1;
  if (options.replications == 0) options.replications = uncertain ? 1 : 8;
  options.estimator = estimator_for(scenarios.front(), options.estimator);
  return options;
}

Results run(const Scenario& baseline, const std::vector<Scenario>& changes, const RunOptions& asked,
            const Progress& progress, std::stop_token stop) {
  const auto scenarios = of_one_world(baseline, changes);
  const RunOptions options = settled(asked, scenarios);
  check_size(options, scenarios.size());
  const Samples samples = take_samples(scenarios, options, progress, stop);
  if (samples.main.empty()) throw RunFailed("stopped before anything was finished; nothing was kept");
  Results results;
  tell_frame(samples, scenarios, options, results);
  fold(samples, results);
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    Headline& headline =
        results.headlines.emplace_back(headline_of(samples, static_cast<int>(s), scenarios[s]));
    headline.channels = channels_of_ours(results.channels, scenarios[s]);
  }
  compare(samples, scenarios, results);
  if (options.explain.value_or(1) > 0) attribute(samples, scenarios, results);
  tell_samples(samples, scenarios, results);
  if (asked.estimator == Estimator::expected && options.estimator == Estimator::realised)
    results.warnings.push_back(
        "Equity is what purchases brought, not what was to be expected of them: points of our programme or "
        "discounts for large baskets hang on how much is bought.");
  warn(samples, scenarios, options, results);
  return results;
}

}  // namespace clientele
