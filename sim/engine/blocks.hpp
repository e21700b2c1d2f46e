// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "sim/engine/block_memory.hpp"
#include "sim/engine/kernels.hpp"
#include "sim/engine/simulate.hpp"

namespace clientele {

/// Some people of one segment, laid out together.
struct Task {
  int replication, scenario, segment, first, people;
};

/// All blocks of one scenario in one replication, segment by segment, none of more than so many people.
std::vector<Task> blocks_of(const Plan& plan, int replication, int scenario, int most);

inline const SegmentTables& tables_of(const Plan& plan, const Task& task) {
  const LaidScenario& scenario = plan.scenarios[task.scenario];
  return *scenario.courses[scenario.course_of(task.replication)][task.segment];
}

/// A block of people who have not lived yet. Their lives go where `room` is.
Block block_of(const Plan& plan, const Kernel& kernel, const Task& task, BlockMemory& memory, Tally& tally,
               Life* room);

}  // namespace clientele
