// SPDX-License-Identifier: MIT
#include "sim/study/implied.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/consideration/awareness_stock.hpp"
#include "models/experience/satisfaction.hpp"
#include "sim/base/period.hpp"
#include "sim/base/problem.hpp"
#include "sim/engine/appeals.hpp"
#include "sim/engine/customer_sample.hpp"
#include "sim/engine/habits.hpp"
#include "sim/engine/stationary_shares.hpp"
#include "sim/scenario/awareness_course.hpp"
#include "sim/scenario/quantity_text.hpp"
#include "sim/scenario/typical.hpp"
#include "sim/statistics/estimate.hpp"
#include "sim/study/accounts.hpp"
#include "sim/study/branching.hpp"
#include "sim/study/forecast.hpp"
#include "sim/study/formulas.hpp"
#include "sim/study/staging.hpp"

namespace clientele {

namespace {

constexpr double nudge = 0.01;  // of the price, up and down

/// Own price elasticity of the units we sell in a period, from a small rise and a small cut with the same
/// luck:
///   (ln Q(+1 %) − ln Q(−1 %)) / (ln 1.01 − ln 0.99)
std::optional<Estimate> elasticity(const Books& books, const Outcome& outcome, int period) {
  std::vector<double> values;
  for (const auto& replication : outcome) {
    const auto units = [&](int scenario) {
      return totals_by_period(books, scenario, replication[scenario], -1, 0)[period].units;
    };
    if (units(1) <= 0 || units(2) <= 0) return std::nullopt;
    values.push_back(std::log(units(1) / units(2)) / (std::log1p(nudge) - std::log1p(-nudge)));
  }
  return estimate_of(values);
}

Implied simulated(std::string name, std::string unit, const std::optional<Estimate>& estimate,
                  std::string how) {
  if (!estimate) return {std::move(name), std::move(unit), std::nullopt, std::nullopt, std::move(how)};
  return {std::move(name), std::move(unit), estimate->mean, estimate->mc_error, std::move(how)};
}

Scenario with_price(const Scenario& baseline, double by) {
  Scenario scenario = baseline;
  scenario.changes.push_back({.path = "brands." + baseline.world.market.focal + ".price",
                              .how = Change::How::by_share,
                              .amount = by});
  return scenario;
}

/// What the next newcomer costs by each channel in the first period.
void add_channels(const World& world, const Stage& stage, std::vector<Implied>& all) {
  const SegmentTables& tables = *stage.plan.scenarios.front().courses.front().front();
  const std::size_t channels = world.channels.size();
  for (std::size_t c = 0; c < channels; ++c)
    if (const double gain = tables.channel_gain[channels + c]; gain > 0)
      all.push_back(
          {"next newcomer by " + world.channels[c].name, world.market.currency, 1 / gain, std::nullopt,
           fmt::format(
               "what he costs in the first {}, at {} spent", named(world.market.period).name,
               quantity_text(tables.channel_spend[channels + c], Quantity::money, world.market.period))});
}

void add_simulated(const Scenario& baseline, const std::vector<double>& appeal, const RunOptions& options,
                   std::stop_token stop, std::vector<Implied>& all) {
  Scenario today = baseline;
  const int horizon = static_cast<int>(std::lround(today.world.market.horizon.value)),
            periods = std::min(horizon, 12);
  today.world.market.horizon.value = periods;
  const Scenario dearer = with_price(today, nudge), cheaper = with_price(today, -nudge);
  RunOptions counted = options;
  counted.estimator = Estimator::realised;  // nothing of it is told
  const Stage stage = set_stage({&today, &dearer, &cheaper}, appeal, counted);
  add_channels(baseline.world, stage, all);
  const Outcome outcome = simulate(stage.plan, {}, stop);
  if (outcome.empty()) throw RunFailed("stopped before anything was found");
  const Books books{stage.plan, stage.scales, stage.brands};
  const std::string period(named(baseline.world.market.period).name);
  for (const int at : {1, periods})
    if (baseline.world.brands.size() > 1 && baseline.world.behaviours.choice.model == Choice::Model::logit &&
        (at == 1 || periods > 1))
      all.push_back(
          simulated(fmt::format("own price elasticity after {} {}{}", at, period, at > 1 ? "s" : ""),
                    "% of units per % of price", elasticity(books, outcome, at),
                    "price 1 % up and down, same customers"));
  std::vector<double> retention, stay, branching;
  for (const auto& replication : outcome) {
    const auto by_period = totals_by_period(books, 0, replication[0], -1, 0);
    const Totals t = over_horizon(by_period);
    if (const auto factor = branching_in(today.world, by_period)) branching.push_back(*factor);
    if (t.customer_periods <= 0) continue;
    retention.push_back(t.retained / t.customer_periods);
    if (t.customer_periods > t.retained)
      stay.push_back(t.customer_periods / (t.customer_periods - t.retained));
  }
  if (!retention.empty())
    all.push_back(simulated("retention of our customers", "share per " + period, estimate_of(retention),
                            fmt::format("over {} {}s", periods, period)));
  if (stay.size() == retention.size() && !stay.empty())
    all.push_back(simulated("time a customer stays", period + "s", estimate_of(stay),
                            "one in so many is lost each " + period));
  if (!branching.empty())
    all.push_back(simulated("people whom a customer of ours brings in", "people", estimate_of(branching),
                            "over his life; from 1 on without limit but that of prospects"));
}

/// The chance that the next purchase stays with us of a customer of ours whose memories of product and
/// service both stand at a rating.
double repurchase_at(double rating, const World& world, const std::vector<SampleCustomer>& sample,
                     const std::vector<double>& appeal) {
  const std::size_t us = focal_index(world);
  const Experience& x = *world.behaviours.experience;
  const auto above = [&](const char* driver, double weight) {
    const Lever* perceived = find(world.brands[us].is.ratings, driver);
    return perceived ? weight * (rating - perceived->today.value) : 0.0;
  };
  const auto lift = lifts_of(appeal);
  std::vector<double> weights(appeal.size());
  double stays = 0, weight = 0;
  for (const auto& customer : sample) {
    const double all = stationary_weights(customer, lift, weights);
    const double bonus =
        std::exp(customer.habit + customer.cost[us] +
                 utility_of_satisfaction(rating, x.dissatisfied_below.value, x.delighted_above.value,
                                         x.disappointment.value, x.delight.value) +
                 above("quality", customer.quality_weight) + above("service", customer.service_weight));
    const double ours = customer.weight * weights[us] / all;
    stays += ours * repurchase_of(customer, lift, us, bonus);
    weight += ours;
  }
  return stays / weight;
}

void add_exact(const World& world, const std::vector<double>& appeal, std::vector<Implied>& all) {
  if (world.behaviours.choice.model != Choice::Model::logit) return;
  const auto sample = customer_sample(world, 16384);
  if (world.brands.size() > 1) {
    if (world.behaviours.experience)
      for (const double s : {2.0, 3.0, 4.0, 5.0})
        all.push_back({fmt::format("next purchase stays with us at satisfaction {:.0f}", s),
                       "share of our customers", repurchase_at(s, world, sample, appeal), std::nullopt,
                       "both memories at that rating"});
    else
      all.push_back({"next purchase stays with us", "share of our customers",
                     stationary_retention(sample, appeal, focal_index(world)), std::nullopt,
                     "average over our customers"});
  }
  const Choice& choice = world.behaviours.choice;
  const Brand& us = world.brands[focal_index(world)].is;
  const double gamma = median_of(choice.price_sensitivity),
               cost = choice.switching_cost.today.value + us.switching_cost.today.value,
               bond = median_of(choice.inertia) + cost;
  if (gamma > 0 && bond != 0 && us.price)
    all.push_back({"inertia in money", world.market.currency + " per unit",
                   choice.price == Choice::Price::linear
                       ? bond / gamma
                       : us.price->today.value * (std::exp(bond / gamma) - 1),
                   std::nullopt,
                   std::string("what habit ") + (cost > 0 ? "and switching cost are" : "is") +
                       " worth on our price, median customer"});
  for (std::size_t j = 0; j < appeal.size(); ++j)
    if (world.brands[j].is.share)
      all.push_back(
          {"appeal of " + world.brands[j].name, "utility", appeal[j], std::nullopt,
           fmt::format("solved so that the share is {:.1f} %", 100 * world.brands[j].is.share->value)});
}

/// The inertia that was found for each retention that was given.
void add_habits(const World& written, const World& solved, std::vector<Implied>& all) {
  const auto asked = segments_of(written), found = segments_of(solved);
  for (std::size_t s = 0; s < asked.size(); ++s) {
    const auto& retention = asked[s].is.behaviours.choice.retention;
    if (!retention) continue;
    all.push_back(
        {"inertia" + (written.segments.empty() ? "" : " of " + asked[s].name), "utility",
         found[s].is.behaviours.choice.inertia.first.value, std::nullopt,
         fmt::format("solved so that {:.4g} % of our customers come back", 100 * retention->value)});
  }
}

/// How many of the customers that are listed are customers still.
void add_survivors(const World& world, std::vector<Implied>& all) {
  for (const auto& segment : segments_of(world)) {
    if (!segment.is.behaviours.history) continue;
    const double part = part_still_there(segment.is.behaviours);
    if (part < 1)
      all.push_back(
          {"customers of history still there" + (world.segments.empty() ? "" : " in " + segment.name),
           "share of those listed", part, std::nullopt, "mean of their chances"});
  }
}

/// Where today's advertising takes awareness in the long run.
void add_awareness(const World& world, std::vector<Implied>& all) {
  for (const auto& brand : world.brands) {
    const auto effectiveness = effectiveness_of(world, brand.is);
    if (!brand.is.advertising || !effectiveness) continue;
    const double reach = reach_of_advertising(*effectiveness, brand.is.consistency.today.value,
                                              brand.is.advertising->today.value);
    all.push_back({"awareness held by advertising of " + brand.name, "share of people",
                   awareness_held(reach, world.consideration->decay.value), std::nullopt,
                   fmt::format("it reaches {:.3g} % of the others each {}", 100 * reach,
                               named(world.market.period).name)});
  }
}

/// What published equations give, where the world is one of theirs.
void add_formulas(const World& world, std::vector<Implied>& all) {
  if (const auto value = value_by_formula(world))
    all.push_back({"lifetime value of a customer by formula", world.market.currency, value, std::nullopt,
                   "exact, over the horizon"});
  if (const auto purchases = purchases_by_formula(world))
    all.push_back({"purchases of a customer by formula", "purchases", purchases, std::nullopt,
                   world.behaviours.departure.model == Departure::Model::gamma_rate
                       ? "Pareto/NBD, over the horizon"
                       : "BG/NBD, over the horizon"});
}

/// What a run with these options would need.
void add_memory(const std::vector<Scenario>& scenarios, const Settled& today, const RunOptions& asked,
                std::vector<Implied>& all) {
  const RunOptions options = settled(asked, scenarios);
  const MemoryForecast memory = memory_of_run(scenarios, today, asked);
  all.push_back({"memory of a run", "MB", memory.bytes() / 1e6, std::nullopt,
                 fmt::format("{} of {} simulated people{}",
                             options.draws > 1 ? fmt::format("{} draws", options.draws)
                                               : fmt::format("{} replications", options.replications),
                             options.customers, memory.in_bins ? "; tables by period in bins" : "")});
}

}  // namespace

std::vector<Implied> implied_by(const Scenario& written, const RunOptions& asked, std::stop_token stop,
                                const std::vector<Scenario>& beside) {
  RunOptions options = asked;
  if (options.replications == 0) options.replications = 8;
  const Workplace workplace{.threads = options.threads, .lanes = options.lanes, .block = options.block};
  Scenario baseline = written;
  baseline.world = with_habits(written.world, options.seed, workplace, stop);
  const auto appeal = appeals_of(baseline.world, options.seed, workplace, stop);
  std::vector<Implied> all;
  add_simulated(baseline, appeal, options, stop, all);
  add_exact(baseline.world, appeal, all);
  add_habits(written.world, baseline.world, all);
  add_survivors(baseline.world, all);
  add_awareness(baseline.world, all);
  add_formulas(baseline.world, all);
  std::vector<Scenario> scenarios = {baseline};
  scenarios.insert(scenarios.end(), beside.begin(), beside.end());
  add_memory(scenarios, {.world = baseline.world, .appeal = appeal, .missed = {}}, asked, all);
  return all;
}

}  // namespace clientele
