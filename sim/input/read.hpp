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

/// What a file asks for: a world as it is and, if the file is a scenario, the same world with changes.
struct Study {
  Scenario baseline;
  std::optional<Scenario> scenario;
  std::vector<SourceText> sources;
  Places places;
  std::string name;  ///< from folder and file: `coffee-price-cut`
};

/// Gives the bytes of a file, or throws BadScenario with what to do.
using ReadFile = std::function<std::string(const std::filesystem::path&)>;
std::string read_file_from_disk(const std::filesystem::path& file);

/// Reads a market or a scenario with its world, with the settings written over the world, and checks all of
/// it. Throws BadScenario with every problem of both files and of the settings.
Study read_study(const std::filesystem::path& file, const std::vector<Setting>& settings,
                 const ReadFile& read = read_file_from_disk);

}  // namespace clientele
