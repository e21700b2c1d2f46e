// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "sim/report/table.hpp"
#include "sim/study/results.hpp"

namespace clientele {

/// Metrics over the whole horizon: a row for each scenario, brand, segment and metric.
Table summary_table(const Results& results);

/// Metrics over time: a row for each scenario, brand, period and metric.
Table periods_table(const Results& results);

/// The distribution of lifetime value across customers: a row for each scenario, segment, kind of customer
/// and measure.
Table clv_table(const Results& results);

/// Which brand is bought after which: a row for each scenario and pair of brands.
Table switching_table(const Results& results);

/// Who left us and who came to us, why, and to or from which brand: a row for each scenario, brand, period,
/// reason and destination.
Table churn_table(const Results& results);

/// What people are worth to us by the brand they bought last today: a row for each scenario, segment and
/// brand.
Table last_brand_table(const Results& results);

/// How many people bought from us how often: a row for each scenario and number of purchases.
Table counts_table(const Results& results);

/// What the most and the least valuable of today's customers are like: a row for each scenario, decile and
/// characteristic.
Table profile_table(const Results& results);

/// Revenue, costs, contribution and investments, undiscounted: a row for each scenario, brand, fiscal year
/// and item.
Table cash_table(const Results& results);

/// The raw results: a row for each replication and scenario.
Table draws_table(const Results& results);

/// Newcomers by channel, what they cost and what they are worth: a row for each scenario, channel, period or
/// all of them, and metric.
Table channels_table(const Results& results);

/// All of them, in the order in which they are written; channels only where there are some.
std::vector<Table> tables_of(const Results& results);

}  // namespace clientele
