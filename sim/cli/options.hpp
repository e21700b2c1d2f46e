// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "sim/cli/commands.hpp"
#include "sim/input/read.hpp"
#include "sim/report/csv.hpp"
#include "sim/study/run.hpp"

namespace clientele {

enum class Loudness { usual, quiet };

/// What was asked of `clientele run` or `clientele compare`. Options that were not typed are absent where it
/// matters that they were not.
struct RunRequest {
  std::vector<std::string> files;    ///< worlds or scenarios; empty with `again`
  std::optional<std::string> again;  ///< the run.json to make again
  std::vector<Setting> settings;
  RunOptions options;
  std::optional<std::chrono::seconds> time_limit;
  std::optional<std::string> out;
  std::optional<CsvStyle> csv_style;
  Loudness loudness = Loudness::usual;
};

/// What was asked of `clientele check`.
struct CheckRequest {
  std::vector<std::string> files;
  std::vector<Setting> settings;
  RunOptions options;  ///< of the small simulations behind what is implied
};

struct DescribeRequest {
  enum class As { text, markdown };

  std::optional<std::string> path;
  As as = As::text;
};

/// Read the words after the command's name; throw BadUsage with what is permitted.
RunRequest run_request(const Words& words);
RunRequest compare_request(const Words& words);
CheckRequest check_request(const Words& words);
DescribeRequest describe_request(const Words& words);

/// Whether help is asked for, before anything is read: `--help` or `-h`.
bool asks_for_help(const Words& words);

/// The help of a command, from the same descriptions that are read.
std::string run_help();
std::string compare_help();
std::string check_help();
std::string describe_help();

}  // namespace clientele
