// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace clientele::bench {

/// A table in Markdown of what makes a mean more exact for the same number of simulated people, beside
/// pairing: Sobol sequences and expectations, with what the latter cost.
std::string gains_table(int replications, int rounds);

}  // namespace clientele::bench
