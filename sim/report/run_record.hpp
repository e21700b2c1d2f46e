// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/report/csv.hpp"
#include "sim/study/results.hpp"
#include "sim/study/run.hpp"

namespace clientele {

/// A file that was read: what it was called and what stood in it.
struct RecordedSource {
  std::string name, text;
};

/// All that is needed to make the results again.
struct Recipe {
  std::string program, version, commit;
  std::vector<std::string>
      files;  ///< the sources named on the command line; others were read because of these
  std::vector<RecordedSource> sources;
  std::vector<std::pair<std::string, std::string>> settings;  ///< --set path=value, in their order
  RunOptions options;
  CsvStyle csv_style = CsvStyle::standard;
};

/// How a run went. The only place that may hold a time or a date.
struct RunRecord {
  Recipe recipe;
  std::string command;  ///< as it was typed
  std::string started;  ///< UTC, `2025-01-31T12:00:00Z`
  double wall_seconds = 0;
  int cores = 0;
};

}  // namespace clientele
