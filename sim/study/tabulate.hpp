// SPDX-License-Identifier: MIT
#pragma once

#include "sim/study/accounts.hpp"
#include "sim/study/results.hpp"

namespace clientele {

/// The rows of summary.csv, periods.csv, clv.csv, switching.csv, churn.csv and counts.csv of one scenario:
/// every metric of every behaviour, by brand and segment, and the distribution of customer value.
void tabulate(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
              Results& results);

}  // namespace clientele
