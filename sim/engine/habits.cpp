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
    double largest = 0;
    for (std::size_t s = 0; s < choices.size(); ++s) {
      if (!choices[s]->retention) continue;
      const double model = stationary_retention(people(s), appeal, focal_index(world)) + memories[s];
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
