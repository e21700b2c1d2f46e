// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "sim/input/uncertain_text.hpp"

namespace clientele {

/// `normal` of `normal(0.4, 0.1)`; empty if the text does not begin so.
std::string_view law_name(std::string_view text);

/// Reads a law that is written by its name: `pert(0.6, 0.8, 1.2)`. Throws Refusal.
UncertainReading read_law(std::string_view text, const Parameter& is, Period world);

}  // namespace clientele
