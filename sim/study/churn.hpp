// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/accounts.hpp"
#include "sim/study/results.hpp"

namespace clientele {

/// The rows of churn.csv of one scenario: who left us and who came to us, by period, reason and other brand.
/// What never happens has no row.
void tabulate_churn(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
                    Results& results);

}  // namespace clientele
