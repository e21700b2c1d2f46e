// SPDX-License-Identifier: MIT
#include "sim/engine/simulate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>

#include "sim/base/problem.hpp"
#include "sim/engine/block_memory.hpp"
#include "sim/engine/kernels.hpp"
#include "sim/engine/parallel.hpp"

namespace clientele {

namespace {

/// A part of the work that one thread does at a stretch: some people of one segment.
struct Task {
  int replication, scenario, segment, first, people;
};

/// People in the order in which they are laid out: heavy buyers first, so that neighbours have about as many
/// occasions and lanes are not idle. Who stands where changes no result.
void line_up(const Kernel& kernel, const KernelMarket& market, const BlockAddress& address, Columns& columns,
             int people) {
  if (!market.poisson || market.one_choice_a_period || market.purchases.form == TraitDraw::same_for_all)
    return;
  const int padded = (people + 15) / 16 * 16;
  kernel.draw_trait(market.purchases, address, columns.person, padded, columns.rate);
  std::vector<std::pair<float, std::uint32_t>> ranked;
  for (int i = 0; i < people; ++i) ranked.emplace_back(-columns.rate[i], columns.person[i]);
  std::sort(ranked.begin(), ranked.end());
  for (int i = 0; i < people; ++i) columns.person[i] = ranked[static_cast<std::size_t>(i)].second;
}

/// Lives a block of people through all periods. Their lives go where `room` is.
Tally live(const Plan& plan, const Kernel& kernel, const Task& task, Life* room) {
  thread_local BlockMemory memory;
  const LaidScenario& scenario = plan.scenarios[task.scenario];
  const SegmentTables& tables = *scenario.courses[scenario.course_of(task.replication)][task.segment];
  const SegmentPopulation& segment = plan.population[task.segment];
  const KernelMarket& market = tables.view;
  Tally tally(market.periods, market.brands, market.channels, market.window);
  const auto replication = static_cast<std::uint32_t>(plan.first_replication + task.replication);
  Block block{.market = tables.view,
              .address = {.keys = RoundKeys(plan.seed),
                          .traits = replication,
                          .events = replication,
                          .draw = plan.draw},
              .columns = memory.columns_for(tables.view, task.people),
              .counts = tally.counts(),
              .lives = {room},
              .people = task.people};
  for (int i = 0; i < task.people; ++i) block.columns.person[i] = segment.person(task.first + i);
  line_up(kernel, tables.view, block.address, block.columns, task.people);
  kernel.simulate(block);
  tally.overflowed(block.counts.overflows);
  tally.lived(block.counts.lived);
  return tally;
}

/// All blocks of one replication, scenario by scenario and segment by segment.
std::vector<Task> tasks_of(const Plan& plan, int replication) {
  std::vector<Task> tasks;
  for (int scenario = 0; scenario < static_cast<int>(plan.scenarios.size()); ++scenario)
    for (int segment = 0; segment < static_cast<int>(plan.population.size()); ++segment)
      for (int first = 0; first < plan.population[segment].people; first += plan.workplace.block)
        tasks.push_back({replication, scenario, segment, first,
                         std::min(plan.workplace.block, plan.population[segment].people - first)});
  return tasks;
}

/// One replication before anybody has lived: nothing counted, and room for all lives, so that blocks tell
/// them in place.
std::vector<std::vector<SegmentOutcome>> unlived(const Plan& plan, int replication) {
  std::vector<std::vector<SegmentOutcome>> scenarios;
  for (const LaidScenario& scenario : plan.scenarios) {
    const int course = scenario.course_of(replication);
    auto& segments = scenarios.emplace_back();
    for (std::size_t segment = 0; segment < plan.population.size(); ++segment) {
      const KernelMarket& market = scenario.courses[course][segment]->view;
      segments.push_back({Tally(market.periods, market.brands, market.channels, market.window),
                          std::vector<Life>(static_cast<std::size_t>(plan.population[segment].people)),
                          course});
    }
  }
  return scenarios;
}

/// Adds a block to what its segment came to in its replication.
void count(const Tally& block, SegmentOutcome& segment) {
  if (block.overflows() > 0)
    throw RunFailed(
        fmt::format("{} amounts were larger than the simulation can count. Lower the spread of "
                    "purchase.units or purchase.variation",
                    block.overflows()));
  segment.tally += block;
}

}  // namespace

Outcome simulate(const Plan& plan, const std::function<void(double)>& progress, std::stop_token stop) {
  const Kernel kernel = kernel_with(plan.workplace.lanes);
  const int threads = threads_for(plan.workplace.threads);
  Outcome outcome;
  // Replications go in waves of enough blocks to keep all threads busy; a stop keeps the replications that
  // are whole.
  const int blocks_each = static_cast<int>(tasks_of(plan, 0).size());
  const int wave = std::max(1, 16 * threads / blocks_each);
  for (int begin = 0; begin < plan.replications && !stop.stop_requested(); begin += wave) {
    const int end = std::min(begin + wave, plan.replications);
    std::vector<Task> tasks;
    for (int r = begin; r < end; ++r) {
      const auto more = tasks_of(plan, r);
      tasks.insert(tasks.end(), more.begin(), more.end());
    }
    Outcome wave(static_cast<std::size_t>(end - begin));
    in_parallel(threads, wave.size(),
                [&](std::size_t r) { wave[r] = unlived(plan, begin + static_cast<int>(r)); });
    const auto segment_of = [&](const Task& task) -> SegmentOutcome& {
      return wave[task.replication - begin][task.scenario][task.segment];
    };
    std::vector<std::optional<Tally>> blocks(tasks.size());
    in_parallel(threads, tasks.size(), [&](std::size_t i) {
      if (stop.stop_requested()) return;
      blocks[i] = live(plan, kernel, tasks[i], segment_of(tasks[i]).lives.data() + tasks[i].first);
    });
    for (int r = begin; r < end; ++r) {
      const std::size_t first = static_cast<std::size_t>(r - begin) * blocks_each;
      for (std::size_t i = first; i < first + blocks_each; ++i) {
        if (!blocks[i]) return outcome;
        count(*blocks[i], segment_of(tasks[i]));
      }
      outcome.push_back(std::move(wave[r - begin]));
    }
    if (progress) progress(static_cast<double>(end) / plan.replications);
  }
  return outcome;
}

}  // namespace clientele
