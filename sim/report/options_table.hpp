// SPDX-License-Identifier: MIT
#pragma once

#include "sim/report/screen.hpp"

namespace clientele {

/// Several scenarios on one screen, at most 80 columns: what each gains against today, how sure that is, and
/// in words which is best.
std::string options_table(const Results& results, Colour colour);

}  // namespace clientele
