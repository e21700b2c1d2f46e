// SPDX-License-Identifier: MIT
#include "sim/engine/appeals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/problem.hpp"
#include "sim/engine/customer_sample.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/random/address.hpp"

namespace clientele {

namespace {

constexpr int sample_points = 4096;
constexpr int rehearsed_customers = 40000, rehearsed_periods = 6;

std::vector<double> given_appeals(const World& world) {
  std::vector<double> appeal;
  for (const auto& brand : world.brands) appeal.push_back(brand.is.appeal.value_or(Number{}).value);
  return appeal;
}

/// Moves appeals by a part of the difference of log shares; returns the largest difference.
double step(const World& world, const std::vector<double>& shares, double part, std::vector<double>& appeal) {
  double largest = 0;
  for (std::size_t j = 0; j < appeal.size(); ++j) {
    if (!world.brands[j].is.share) continue;
    const double gap = std::log(world.brands[j].is.share->value) - std::log(std::max(shares[j], 1e-12));
    appeal[j] += part * gap;
    largest = std::max(largest, std::abs(gap));
  }
  double sum = 0;
  int shared = 0;
  for (std::size_t j = 0; j < appeal.size(); ++j)
    if (world.brands[j].is.share) sum += appeal[j], ++shared;
  for (std::size_t j = 0; j < appeal.size(); ++j)
    if (world.brands[j].is.share) appeal[j] -= sum / shared;
  return largest;
}

/// Shares of purchases in a short simulation of the baseline, always with the same people and the same luck.
std::vector<double> rehearsed_shares(const World& baseline, const std::vector<double>& appeal,
                                     std::uint64_t seed, const Workplace& workplace) {
  Scenario rehearsal{.name = "rehearsal", .world = baseline, .changes = {}, .investments = {}};
  rehearsal.world.market.horizon.value = rehearsed_periods;
  const BrandOrder order = brand_order(baseline);
  const Scales scales = scales_for({&rehearsal});
  Plan plan{.scenarios = {{}}, .population = populate(baseline, rehearsed_customers)};
  plan.seed = seed;
  plan.first_replication = most_replications - 1;
  plan.workplace = workplace;
  for (const auto& segment : segments_of(baseline))
    plan.scenarios[0].push_back(segment_tables({rehearsal, baseline, appeal, segment, scales}));
  const Outcome outcome = simulate(plan, {}, {});
  std::vector<double> shares(appeal.size());
  double all = 0;
  for (std::size_t s = 0; s < plan.population.size(); ++s)
    for (std::size_t j = 0; j < appeal.size(); ++j)
      for (int period = 1; period <= rehearsed_periods; ++period) {
        const double purchases =
            plan.population[s].weight *
            static_cast<double>(outcome[0][0][s].tally.of(Tally::purchases, period, static_cast<int>(j)));
        shares[order.brands[j]] += purchases;
        all += purchases;
      }
  for (double& share : shares) share /= all;
  return shares;
}

}  // namespace

std::vector<double> appeals_of(const World& baseline, std::uint64_t seed, const Workplace& workplace) {
  std::vector<double> appeal = given_appeals(baseline);
  const bool shares_given = std::any_of(baseline.brands.begin(), baseline.brands.end(),
                                        [](const auto& brand) { return brand.is.share.has_value(); });
  if (!shares_given || baseline.brands.size() == 1) return appeal;
  const auto sample = customer_sample(baseline, sample_points);
  double gap = 1;
  for (int round = 0; round < 2000 && gap > 1e-9; ++round)
    gap = step(baseline, stationary_shares(sample, appeal), 0.5, appeal);
  if (gap > 1e-4)
    throw RunFailed(fmt::format(
        "the shares of the brands cannot be reached: after 2,000 steps one is still off by {:.1f} %. "
        "Check price_sensitivity, inertia and the weights of the drivers: they may be too large",
        100 * gap));
  const auto segments = segments_of(baseline);
  const bool feeds_back = std::any_of(segments.begin(), segments.end(), [](const auto& segment) {
    return segment.is.behaviours.experience.has_value();
  });
  if (feeds_back)
    for (int round = 0; round < 8; ++round)
      if (step(baseline, rehearsed_shares(baseline, appeal, seed, workplace), 0.7, appeal) < 1e-3) break;
  return appeal;
}

}  // namespace clientele
