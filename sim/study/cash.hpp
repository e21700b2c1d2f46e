// SPDX-License-Identifier: MIT
#pragma once

#include "sim/scenario/scenario.hpp"
#include "sim/study/findings.hpp"

namespace clientele {

/// Fiscal year of a period, from 1. The first has the rest of the current fiscal year (fiscal_year_left, a
/// whole year unless given), each further one a year; a purchase just made, in period 0, belongs to the
/// first.
int fiscal_year(const Market& market, int period);

/// What a scenario invests in each fiscal year up to that of the last period, from the first year on.
std::vector<double> investments_by_year(const Scenario& scenario);

/// The rows of cash.csv: by brand and fiscal year, undiscounted, revenue, each kind of cost
/// and what remains; for us, less investments.
void tabulate_cash(const Sample& sample, Findings& findings);

}  // namespace clientele
