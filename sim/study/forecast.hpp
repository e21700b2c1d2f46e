// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "sim/engine/settle.hpp"
#include "sim/study/run.hpp"

namespace clientele {

/// Memory that a run will need beside the program's own.
struct MemoryForecast {
  double people = 0;     ///< [bytes] lives of simulated people, of all that are simulated at once
  double tables = 0;     ///< [bytes] what each sample tells
  bool in_bins = false;  ///< the long tables of all samples do not fit (RunOptions::table_memory)

  double bytes() const { return people + tables; }
};

/// Foretells it from what a handful of people tell in the same tables. `today` is the baseline as settled.
MemoryForecast memory_of_run(const std::vector<Scenario>& scenarios, const Settled& today,
                             const RunOptions& asked);

}  // namespace clientele
