// SPDX-License-Identifier: MIT
#include "sim/engine/appeals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/base/contract.hpp"
#include "sim/base/problem.hpp"
#include "sim/engine/customer_sample.hpp"
#include "sim/engine/habits.hpp"
#include "sim/engine/rehearsal.hpp"
#include "sim/engine/stationary_shares.hpp"
#include "sim/scenario/levels.hpp"

namespace clientele {

namespace {

/// Takes steps until the shares of a sample come out; returns the largest difference of log shares that is
/// left.
double solve(const World& world, const std::vector<SampleCustomer>& sample, std::vector<double>& appeal) {
  const auto target = shares_to_reach(world, sample);
  double gap = 1;
  for (int round = 0; round < 2000 && gap > 1e-7; ++round)
    gap = move_appeals(world, target, stationary_shares(sample, appeal), 0.5, appeal);
  return gap;
}

}  // namespace

std::vector<double> given_appeals(const World& world) {
  std::vector<double> appeal;
  for (const auto& brand : world.brands) appeal.push_back(brand.is.appeal.value_or(Number{}).value);
  return appeal;
}

namespace {
/// For each brand the difference of log shares that its appeal answers for. Where brands are nested the share
/// of a brand within its nest follows 1 / λ of its appeal, that of the nest once the appeals of all: of the
/// difference within the nest it answers for the part λ.
std::vector<double> damped(const World& world, const std::vector<double>& target,
                           const std::vector<double>& shares, std::vector<double> gaps) {
  for (std::size_t j = 0; j < gaps.size(); ++j) {
    const double similarity = similarity_of(world, world.brands[j].is);
    if (similarity == 1) continue;
    double to_reach = 0, reached = 0;
    for (std::size_t k = 0; k < gaps.size(); ++k)
      if (world.brands[k].is.level == world.brands[j].is.level) to_reach += target[k], reached += shares[k];
    const double of_nest = std::log(std::max(to_reach, 1e-12)) - std::log(std::max(reached, 1e-12));
    gaps[j] = of_nest + similarity * (gaps[j] - of_nest);
  }
  return gaps;
}
}  // namespace

double move_appeals(const World& world, const std::vector<double>& target, const std::vector<double>& shares,
                    double part, std::vector<double>& appeal) {
  std::vector<double> gaps;
  double largest = 0;
  for (std::size_t j = 0; j < appeal.size(); ++j) {
    gaps.push_back(std::log(std::max(target[j], 1e-12)) - std::log(std::max(shares[j], 1e-12)));
    if (world.brands[j].is.share) largest = std::max(largest, std::abs(gaps[j]));
  }
  const auto steps = damped(world, target, shares, gaps);
  for (std::size_t j = 0; j < appeal.size(); ++j)
    if (world.brands[j].is.share) appeal[j] += part * steps[j];
  double sum = 0;
  int shared = 0;
  for (std::size_t j = 0; j < appeal.size(); ++j)
    if (world.brands[j].is.share) sum += appeal[j], ++shared;
  for (std::size_t j = 0; j < appeal.size(); ++j)
    if (world.brands[j].is.share) appeal[j] -= sum / shared;
  return largest;
}

bool needs_rehearsal(const World& world) {
  const auto segments = segments_of(world);
  if (bonds_act_today(world)) return true;
  return std::any_of(segments.begin(), segments.end(), [](const auto& segment) {
    const Behaviours& b = segment.is.behaviours;
    return b.experience.has_value() || b.need.reconsider.today.value > 0;
  });
}

std::vector<double> appeals_of(const World& baseline, std::uint64_t seed, const Workplace& workplace,
                               std::stop_token stop) {
  expects(!has_retention_to_reach(baseline));
  std::vector<double> appeal = given_appeals(baseline);
  const bool shares_given = std::any_of(baseline.brands.begin(), baseline.brands.end(),
                                        [](const auto& brand) { return brand.is.share.has_value(); });
  const bool by_utility = baseline.behaviours.choice.model == Choice::Model::logit;
  if (!shares_given || !by_utility || baseline.brands.size() == 1) return appeal;
  solve(baseline, customer_sample(baseline, rough_points), appeal);
  const auto sample = customer_sample(baseline, sample_points);
  const double gap = solve(baseline, sample, appeal);
  if (gap > 1e-4)
    throw RunFailed(fmt::format(
        "the shares of the brands cannot be reached: after 2,000 steps one is still off by {:.1f} %. "
        "Check price_sensitivity, inertia and the weights of the drivers: they may be too large",
        100 * gap));
  for (int round = 0; needs_rehearsal(baseline) && round < 8; ++round) {
    const Rehearsal rehearsal = rehearse(baseline, appeal, seed, workplace, stop);
    auto shares = stationary_shares(sample, appeal);
    for (std::size_t j = 0; j < shares.size(); ++j)
      shares[j] += rehearsal.lively.shares[j] - rehearsal.calm.shares[j];
    if (move_appeals(baseline, shares_to_reach(baseline, sample), shares, 0.7, appeal) < 1e-3) break;
  }
  return appeal;
}

}  // namespace clientele
