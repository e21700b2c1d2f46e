// SPDX-License-Identifier: MIT
#include "sim/engine/rehearsal.hpp"

#include <algorithm>

#include "sim/base/problem.hpp"
#include "sim/random/address.hpp"
#include "sim/scenario/arrival_checks.hpp"
#include "sim/scenario/typical.hpp"

namespace clientele {

namespace {

constexpr int periods = 6;
constexpr double purchases_rehearsed = 200000;  // a period; so many that shares are good to about .002

/// Enough people for that many purchases, 2,000 to 40,000: heavy buyers tell as much in fewer.
int people_for(const World& world) {
  double purchases = 0;
  for (const auto& segment : segments_of(world)) {
    const Need& need = segment.is.behaviours.need;
    purchases += segment.is.share.value * purchases_a_period(need);
  }
  return static_cast<int>(std::clamp(purchases_rehearsed / purchases, 2000.0, 40000.0));
}

void calm(Behaviours& behaviours) {
  behaviours.need.reconsider.today.value = 0;
  behaviours.advocacy.reset();
  if (!behaviours.experience) return;
  behaviours.experience->product_noise.value = 0;
  behaviours.experience->service_noise.value = 0;
}

/// Those who are there today, without those who are to come or come back, and without pasts: what people
/// choose does not hang on either; what reaches those who are to come is not said here. Shares are those of a
/// year, of which this lives half: it knows no seasons.
World as_of_today(World world) {
  double there = 0;
  for (const auto& segment : segments_of(world))
    there += segment.is.share.value * (1 - part_of_prospects(world, segment));
  const auto strip = [&](Behaviours& b) {
    b.arrival = {}, b.history.reset(), b.need.season.clear(), b.departure.return_rate = {};
    if (b.advocacy) b.advocacy->intend.value *= there, b.advocacy->warn.value *= there;
  };
  strip(world.behaviours);
  world.channels.clear();
  for (auto& segment : world.segments) strip(segment.is.behaviours);
  return world;
}

/// The world without chance in experiences, without failures, contacts, programmes and add-ons: memories stay
/// at rest, so no warm-up is needed.
World calmed(World world) {
  calm(world.behaviours);
  for (auto& brand : world.brands) brand.is.failure.today.value = 0, brand.is.programme.reset();
  world.contacts.clear(), world.add_ons.clear();
  for (auto& segment : world.segments) calm(segment.is.behaviours);
  if (!world.market.start) world.market.start.emplace();
  world.market.start->warm_up = Number{0};
  return world;
}

std::vector<double> shares_in(const Plan& plan, const std::vector<SegmentOutcome>& segments,
                              const BrandOrder& order) {
  std::vector<double> shares(order.brands.size());
  double all = 0;
  for (std::size_t s = 0; s < segments.size(); ++s)
    for (std::size_t j = 0; j < shares.size(); ++j)
      for (int period = 1; period <= periods; ++period) {
        const double purchases =
            plan.population[s].weight *
            static_cast<double>(segments[s].tally.of(Tally::purchases, period, static_cast<int>(j)));
        shares[order.brands[j]] += purchases;
        all += purchases;
      }
  for (double& share : shares) share /= all;
  return shares;
}

std::vector<double> retention_in(const std::vector<SegmentOutcome>& segments, int brands) {
  std::vector<double> retention;
  for (const auto& segment : segments) {
    double all = 0;
    for (int j = 0; j < brands; ++j) all += static_cast<double>(segment.tally.switches(0, j));
    retention.push_back(all > 0 ? static_cast<double>(segment.tally.switches(0, 0)) / all : 0);
  }
  return retention;
}

}  // namespace

Rehearsal rehearse(const World& baseline, const std::vector<double>& appeal, std::uint64_t seed,
                   const Workplace& workplace, std::stop_token stop) {
  Plan plan;
  plan.population = populate(baseline, people_for(baseline));
  plan.seed = seed;
  plan.first_replication = most_replications - 1;
  plan.workplace = workplace;
  const World today = as_of_today(baseline);
  for (const World& world : {today, calmed(today)}) {
    Scenario scenario{.name = "rehearsal", .world = world, .changes = {}, .investments = {}};
    scenario.world.market.horizon.value = periods;
    MarketTables tables;
    const Scales scales = scales_for({&scenario});
    for (const auto& segment : segments_of(scenario.world))
      tables.push_back(segment_tables({scenario, baseline, appeal, segment, scales}));
    plan.scenarios.push_back({{std::move(tables)}});
  }
  const Outcome outcome = simulate(plan, {}, stop);
  if (outcome.empty()) throw RunFailed("stopped before the first replication was finished; nothing was kept");
  const BrandOrder order = brand_order(baseline);
  const auto rehearsed = [&](int scenario) {
    return Rehearsed{shares_in(plan, outcome[0][scenario], order),
                     retention_in(outcome[0][scenario], static_cast<int>(order.brands.size()))};
  };
  return {rehearsed(0), rehearsed(1)};
}

}  // namespace clientele
