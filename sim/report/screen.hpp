// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "sim/study/results.hpp"

namespace clientele {

enum class Colour { off, on };

/// What the screen says beside the results.
struct ScreenFrame {
  std::string title;   ///< what the market is called
  std::string folder;  ///< where the files are; empty: nowhere
  std::vector<std::string> files;
  Colour colour = Colour::off;
};

/// The closing screen for a person at a terminal: what the customers are worth, or a scenario beside today
/// with its difference and what that is worth knowing, in at most 80 columns.
std::string closing_screen(const Results& results, const ScreenFrame& frame);

/// The last line of the screen: how much was simulated, and how fast.
std::string speed_line(const Results& results);

}  // namespace clientele
