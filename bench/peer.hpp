// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "bench/findings.hpp"

namespace clientele::bench {

/// Runs a peer, `COMMAND POPULATIONS PEOPLE SEED`, in a process of its own and reads the JSON that it prints.
/// Throws std::runtime_error if it fails.
Findings run_peer(const std::string& command, Size size, int seed);

/// The Python to run: the environment's PYTHON, else the system's.
std::string python();
/// Whether that Python has NumPy.
bool has_numpy();

}  // namespace clientele::bench
