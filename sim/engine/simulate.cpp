// SPDX-License-Identifier: MIT
#include "sim/engine/simulate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <numeric>

#include "sim/base/problem.hpp"
#include "sim/engine/blocks.hpp"
#include "sim/engine/live_together.hpp"
#include "sim/engine/parallel.hpp"

namespace clientele {

namespace {

/// What one thread does at a stretch: a block of people through all periods; where people hear from each
/// other, all blocks of one scenario in one replication.
using Work = std::vector<Task>;

/// How many people make a block. What is known of 4,096 stays in the cache from one period to the next. Where
/// people hear from each other it does not, as all blocks have their turn in each period; then larger ones
/// are faster, unless threads are to share them.
int people_of_block(const Plan& plan, bool together, bool shared) {
  if (plan.workplace.block > 0) return plan.workplace.block;
  return together && !shared ? 16384 : 4096;
}

/// The work of one replication, scenario by scenario, in blocks of so many people.
std::vector<Work> work_of(const Plan& plan, int replication, bool together, int people) {
  std::vector<Work> all;
  for (int scenario = 0; scenario < static_cast<int>(plan.scenarios.size()); ++scenario) {
    const auto blocks = blocks_of(plan, replication, scenario, people);
    if (together) all.push_back(blocks);
    if (!together)
      for (const Task& block : blocks) all.push_back({block});
  }
  return all;
}

/// Lives a block of people through all periods. Their lives go where `room` is, their counts to a tally that
/// the thread keeps for its next block: fresh memory for each would cost as much as a period.
const Tally& live(const Plan& plan, const Kernel& kernel, const Task& task, Life* room) {
  thread_local BlockMemory memory;
  thread_local Tally tally(0, 0);
  tally.begin(tables_of(plan, task).view);
  Block block = block_of(plan, kernel, task, memory, tally, room);
  kernel.simulate(block);
  tally.overflowed(block.counts.overflows);
  tally.lived(block.counts.lived);
  return tally;
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
      segments.push_back(
          {Tally(market), LifeList(static_cast<std::size_t>(plan.population[segment].people)), course});
    }
  }
  return scenarios;
}

/// Whether all amounts of a segment in a replication could be counted.
void check_amounts(const SegmentOutcome& segment) {
  if (segment.tally.overflows() > 0)
    throw RunFailed(
        fmt::format("{} amounts were larger than the simulation can count. Lower the spread of "
                    "purchase.units or purchase.variation",
                    segment.tally.overflows()));
}

}  // namespace

Outcome simulate(const Plan& plan, const std::function<void(double)>& progress, std::stop_token stop) {
  const Kernel kernel = kernel_with(plan.workplace.lanes);
  const int threads = threads_for(plan.workplace.threads);
  const bool together = people_talk(plan);
  Outcome outcome;
  // Replications go in waves of enough work to keep all threads busy; a stop keeps the replications that are
  // whole.
  const int work_each =
      static_cast<int>(work_of(plan, 0, together, people_of_block(plan, together, false)).size());
  const int wave = std::max(1, 16 * threads / work_each);
  for (int begin = 0; begin < plan.replications && !stop.stop_requested(); begin += wave) {
    const int end = std::min(begin + wave, plan.replications);
    // Threads that would find no market of their own help with that of another.
    const bool shared = together && (end - begin) * work_each < threads;
    std::vector<Work> work;
    for (int r = begin; r < end; ++r) {
      const auto more = work_of(plan, r, together, people_of_block(plan, together, shared));
      work.insert(work.end(), more.begin(), more.end());
    }
    Outcome wave(static_cast<std::size_t>(end - begin));
    in_parallel(threads, wave.size(),
                [&](std::size_t r) { wave[r] = unlived(plan, begin + static_cast<int>(r)); });
    const auto segment_of = [&](const Task& task) -> SegmentOutcome& {
      return wave[task.replication - begin][task.scenario][task.segment];
    };
    const auto room_of = [&](const Task& task) { return segment_of(task).lives.data() + task.first; };
    std::vector<std::uint8_t> done(work.size());
    std::mutex counting;  // whole numbers, so that it does not matter who counts first
    const auto do_work = [&](std::size_t i) {
      if (stop.stop_requested()) return;
      if (together) {
        std::vector<Life*> rooms;
        for (const Task& block : work[i]) rooms.push_back(room_of(block));
        const auto tallies = live_together(plan, kernel, work[i], rooms, shared ? threads : 1, stop);
        if (!tallies) return;
        const std::scoped_lock mine(counting);
        for (std::size_t b = 0; b < work[i].size(); ++b) segment_of(work[i][b]).tally += (*tallies)[b];
      } else {
        const Task& block = work[i].front();
        const Tally& tally = live(plan, kernel, block, room_of(block));
        const std::scoped_lock mine(counting);
        segment_of(block).tally += tally;
      }
      done[i] = true;
    };
    if (shared)
      for (std::size_t i = 0; i < work.size(); ++i) do_work(i);
    else
      in_parallel(threads, work.size(), do_work);
    for (int r = begin; r < end; ++r) {
      const auto first = done.begin() + static_cast<std::ptrdiff_t>(r - begin) * work_each;
      if (std::count(first, first + work_each, 0) > 0) return outcome;
      for (const auto& scenario : wave[r - begin])
        for (const SegmentOutcome& segment : scenario) check_amounts(segment);
      outcome.push_back(std::move(wave[r - begin]));
    }
    if (progress) progress(static_cast<double>(end) / plan.replications);
  }
  return outcome;
}

}  // namespace clientele
