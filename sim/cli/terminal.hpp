// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "sim/report/screen.hpp"

namespace clientele {

/// Writes results to stdout. A reader who has gone away (`| head`) is no mistake; a full disk is: RunFailed.
void print(std::string_view text);

/// Writes advice and errors to stderr.
void tell(std::string_view text);

bool stderr_is_terminal();

/// Colour on stdout if it is a terminal and NO_COLOR is not set.
Colour stdout_colour();

}  // namespace clientele
