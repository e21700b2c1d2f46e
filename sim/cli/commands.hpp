// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace clientele {

/// The words of a command line after the program's name.
using Words = std::vector<std::string>;

/// What a finished process says to its caller.
enum ExitCode {
  exit_done = 0,
  exit_failed = 1,
  exit_usage = 2,
  exit_bad_scenario = 3,
  exit_interrupted = 130
};

/// Each command takes what was typed after its name and returns the exit code; what goes wrong is thrown.
int run_command(const Words& words);
int compare_command(const Words& words);
int check_command(const Words& words);
int describe_command(const Words& words);

/// The whole program: finds the command, and tells what was thrown on stderr.
int program(const Words& words);

}  // namespace clientele
