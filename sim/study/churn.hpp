// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/findings.hpp"

namespace clientele {

/// The rows of churn.csv: who left us and who came to us, by period, reason and other brand.
void tabulate_churn(const Sample& sample, Findings& findings);

}  // namespace clientele
