// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/samples.hpp"

namespace clientele {

/// Makes the rows of all tables from what the samples told, each with its estimate across them.
void fold(const Samples& samples, Results& results);

}  // namespace clientele
