// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/input/settings.hpp"
#include "sim/scenario/scenario.hpp"

namespace clientele {

/// A file that was read: as it was named, and its bytes.
struct SourceText {
  std::string name;
  std::string text;
};

/// What files ask for: a world as it is, and for each scenario among them the same world with changes.
struct Study {
  Scenario baseline;
  std::vector<Scenario> scenarios;
  std::vector<SourceText> sources;
  Places places;                        ///< of the world
  std::vector<Places> scenario_places;  ///< of each scenario, and of the world
  std::string name;  ///< from folder and file: `coffee-price-cut`; of several files `coffee-compare`

  /// The baseline and then the scenarios; and the places of each.
  std::vector<Scenario> all() const {
    std::vector<Scenario> all = {baseline};
    all.insert(all.end(), scenarios.begin(), scenarios.end());
    return all;
  }
  std::vector<Places> all_places() const {
    std::vector<Places> all = {places};
    all.insert(all.end(), scenario_places.begin(), scenario_places.end());
    return all;
  }
};

/// Gives the bytes of a file, or throws BadScenario with what to do.
using ReadFile = std::function<std::string(const std::filesystem::path&)>;
std::string read_file_from_disk(const std::filesystem::path& file);

/// Reads markets and scenarios with their world, with the settings written over the world, and checks all of
/// it. There must be one world: a market among several files is the baseline itself. Throws BadScenario with
/// every problem of all files and of the settings.
Study read_study(const std::vector<std::filesystem::path>& files, const std::vector<Setting>& settings,
                 const ReadFile& read = read_file_from_disk);

}  // namespace clientele
