// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "sim/input/read.hpp"

namespace clientele {

/// Lists what is not known in the world and its scenarios: each assumption with what is written, its middle
/// 90 %, its law and the segments on which it acts; joint draws, correlations, and what may happen or not.
/// Empty if all is known.
std::string unknowns_in_words(const Study& study);

}  // namespace clientele
