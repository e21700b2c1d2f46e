// SPDX-License-Identifier: MIT
#include "sim/engine/habits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "sim/base/problem.hpp"
#include "sim/engine/appeals.hpp"
#include "sim/engine/customer_sample.hpp"
#include "sim/engine/rehearsal.hpp"
#include "sim/engine/settle.hpp"
#include "sim/engine/stationary_shares.hpp"
#include "sim/scenario/levels.hpp"

namespace clientele {

namespace {

constexpr double most_inertia = 20;

double logit(double p) { return std::log(p / (1 - p)); }

/// The choices of the segments, or that of the world if there are none.
std::vector<Choice*> choices_of(World& world) {
  std::vector<Choice*> choices;
  for (auto& segment : world.segments) choices.push_back(&segment.is.behaviours.choice);
  if (choices.empty()) choices.push_back(&world.behaviours.choice);
  return choices;
}

struct HabitSolver {
  World& world;
  std::vector<Choice*> choices = choices_of(world);
  std::vector<double> appeal = given_appeals(world);
  std::vector<SampleCustomer> sample = {};
  std::vector<double> reached = std::vector<double>(choices.size());  ///< retention at the last step

  double& inertia(std::size_t segment) { return choices[segment]->inertia.first.value; }
  std::span<SampleCustomer> people(std::size_t segment) {
    const std::size_t each = sample.size() / choices.size();
    return std::span(sample).subspan(segment * each, each);
  }

  /// Moves the inertia of every segment with a retention; `memories` is what those add to it. Returns the
  /// largest difference of logits that a step can still close.
  double move_inertia(const std::vector<double>& memories, double part) {
    return move_each([&](std::size_t s, double calm) { return calm + memories[s]; }, part);
  }
  /// The same where the memories are a difference of logits.
  double move_inertia_by_logit(const std::vector<double>& missed, double part) {
    return move_each([&](std::size_t s, double calm) { return 1 / (1 + std::exp(-logit(calm) - missed[s])); },
                     part);
  }

  /// `retention_of`: of a segment, from what it is without memories.
  template <class F>
  double move_each(F retention_of, double part) {
    double largest = 0;
    for (std::size_t s = 0; s < choices.size(); ++s) {
      if (!choices[s]->retention) continue;
      const double model = retention_of(s, stationary_retention(people(s), appeal, focal_index(world)));
      reached[s] = model;
      const double gap = logit(choices[s]->retention->value) - logit(std::clamp(model, 1e-9, 1 - 1e-9));
      const double before = inertia(s);
      // Among nests a bonus works on the choice within one 1 / λ times.
      const double answer = similarity_of(world, world.brands[focal_index(world)].is);
      inertia(s) = std::clamp(before + part * answer * gap, 0.0, most_inertia);
      const double step = inertia(s) - before;
      for (auto& customer : people(s)) {
        customer.habit += step;
        for (double& bonus : customer.bonus) bonus *= std::exp(step);
      }
      if (step != 0) largest = std::max(largest, std::abs(gap));
    }
    return largest;
  }

  void solve(int points) {
    sample = customer_sample(world, points);
    const auto target = shares_to_reach(world, sample);
    const std::vector<double> no_memories(choices.size());
    double gap = 1;
    for (int round = 0; round < 2000 && gap > 1e-7; ++round)
      gap = std::max(move_appeals(world, target, stationary_shares(sample, appeal), 0.5, appeal),
                     move_inertia(no_memories, 0.7));
  }

  /// On a small sample, with what that misses.
  void solve_with(const Settled::Missed& missed) {
    sample = customer_sample(world, rough_points);
    const auto target = shares_to_reach(world, sample);
    double gap = 1;
    for (int round = 0; round < 500 && gap > 1e-6; ++round) {
      auto shares = stationary_shares(sample, appeal);
      double sum = 0;
      for (std::size_t j = 0; j < shares.size(); ++j) sum += shares[j] *= missed.shares[j];
      for (double& share : shares) share /= sum;
      gap = std::max(move_appeals(world, target, shares, 0.5, appeal),
                     move_inertia_by_logit(missed.retention, 0.7));
    }
    if (!(gap <= 1e-3))
      throw RunFailed(fmt::format(
          "the shares or the retention cannot be reached: one is still off by {:.1f} %", 100 * gap));
  }

  void rehearse_and_solve(std::uint64_t seed, const Workplace& workplace, std::stop_token stop) {
    for (int round = 0; round < 12; ++round) {
      const Rehearsal seen = rehearse(world, appeal, seed, workplace, stop);
      auto shares = stationary_shares(sample, appeal);
      for (std::size_t j = 0; j < shares.size(); ++j)
        shares[j] += seen.lively.shares[j] - seen.calm.shares[j];
      std::vector<double> memories;
      for (std::size_t s = 0; s < choices.size(); ++s)
        memories.push_back(seen.lively.retention[s] - seen.calm.retention[s]);
      const double gap = std::max(move_inertia(memories, 0.7),
                                  move_appeals(world, shares_to_reach(world, sample), shares, 0.7, appeal));
      if (gap < 1e-3) break;
    }
  }

  std::string called(std::size_t segment) const {
    return (world.segments.empty() ? "" : "segments." + world.segments[segment].name + ".") +
           "choice.retention";
  }

  /// Refuses a retention that is still off.
  void check() const {
    for (std::size_t s = 0; s < choices.size(); ++s) {
      if (!choices[s]->retention) continue;
      const double asked = choices[s]->retention->value;
      if (std::abs(logit(asked) - logit(std::clamp(reached[s], 1e-9, 1 - 1e-9))) < 5e-3) continue;
      const std::string cannot =
          fmt::format("{}: a retention of {:.4g} % cannot be reached", called(s), 100 * asked);
      if (asked < reached[s])
        throw RunFailed(fmt::format(
            "{}. Without any habit {:.4g} % of our customers come back for their tastes and our share alone: "
            "write a retention above that, less taste, or instead of it an inertia below 0",
            cannot, 100 * reached[s]));
      throw RunFailed(fmt::format("{}: the most that habit reaches is {:.4g} %. Write less than that", cannot,
                                  100 * reached[s]));
    }
  }
};

}  // namespace

bool has_retention_to_reach(const World& world) {
  const auto segments = segments_of(world);
  return std::any_of(segments.begin(), segments.end(),
                     [](const auto& segment) { return segment.is.behaviours.choice.retention.has_value(); });
}

namespace {

bool shares_are_found(const World& world) {
  return world.brands.size() > 1 && world.behaviours.choice.model == Choice::Model::logit &&
         std::any_of(world.brands.begin(), world.brands.end(),
                     [](const auto& brand) { return brand.is.share.has_value(); });
}

/// What a small sample misses of the shares and retentions that a world was settled to.
Settled::Missed missed_in(const World& baseline, const World& settled, const std::vector<double>& appeal) {
  World world = settled;
  HabitSolver solver{world};
  solver.sample = customer_sample(settled, rough_points);
  const auto target = shares_to_reach(baseline, solver.sample),
             found = stationary_shares(solver.sample, appeal);
  Settled::Missed missed;
  for (std::size_t j = 0; j < target.size(); ++j)
    missed.shares.push_back(found[j] > 0 ? target[j] / found[j] : 1);  // a brand that is to come has none
  const auto choices = segments_of(baseline);
  for (std::size_t s = 0; s < choices.size(); ++s) {
    const auto& asked = choices[s].is.behaviours.choice.retention;
    missed.retention.push_back(
        asked ? logit(asked->value) -
                    logit(stationary_retention(solver.people(s), appeal, focal_index(baseline)))
              : 0);
  }
  return missed;
}

}  // namespace

Settled settle(const World& baseline, std::uint64_t seed, const Workplace& workplace, std::stop_token stop) {
  Settled settled{.world = with_habits(baseline, seed, workplace, stop)};
  settled.appeal = appeals_of(settled.world, seed, workplace, stop);
  if (shares_are_found(baseline)) settled.missed = missed_in(baseline, settled.world, settled.appeal);
  return settled;
}

Settled settle_near(const World& baseline, const Settled& nearby) {
  Settled settled{.world = baseline, .appeal = given_appeals(baseline), .missed = nearby.missed};
  if (!shares_are_found(baseline)) return settled;
  HabitSolver solver{settled.world};
  const auto start = segments_of(nearby.world);
  for (std::size_t s = 0; s < solver.choices.size(); ++s)
    if (solver.choices[s]->retention) solver.inertia(s) = start[s].is.behaviours.choice.inertia.first.value;
  solver.appeal = nearby.appeal;
  solver.solve_with(nearby.missed);
  for (Choice* choice : solver.choices) choice->retention.reset();
  settled.world.behaviours.choice.retention.reset();
  settled.appeal = solver.appeal;
  return settled;
}

World with_habits(World baseline, std::uint64_t seed, const Workplace& workplace, std::stop_token stop) {
  if (!has_retention_to_reach(baseline)) return baseline;
  HabitSolver solver{baseline};
  solver.solve(rough_points);
  solver.solve(sample_points);
  if (needs_rehearsal(baseline)) solver.rehearse_and_solve(seed, workplace, stop);
  solver.check();
  for (Choice* choice : solver.choices) choice->retention.reset();
  baseline.behaviours.choice.retention.reset();
  return baseline;
}

}  // namespace clientele
