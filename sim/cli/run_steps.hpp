// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include "sim/cli/interrupt.hpp"
#include "sim/cli/options.hpp"
#include "sim/report/run_record.hpp"

namespace clientele {

/// When something started, by the calendar and by the clock.
struct Stopwatch {
  std::chrono::system_clock::time_point date = std::chrono::system_clock::now();
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();

  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
};

/// What decides the results: from the options, or from the run.json to make again. A file given now has no
/// text yet.
Recipe recipe_of(const RunRequest& request);

/// Reads the study from the disk, or from the texts that the recipe holds.
Study study_of(const Recipe& recipe);

/// The recipe with the texts of all files that were read.
Recipe with_sources(Recipe recipe, const Study& study);

/// Checks every draw of what is uncertain, then simulates while telling how far it is. Throws Interrupted if
/// the user left before any replication was finished.
Results simulated(const Study& study, const RunOptions& options, Loudness loudness,
                  const Interrupt& interrupt);

/// How the run went, up to now.
RunRecord record_of(const Recipe& recipe, std::string_view command, const Words& words,
                    const Stopwatch& watch);

}  // namespace clientele
