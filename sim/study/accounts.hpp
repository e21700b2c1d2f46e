// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/metric.hpp"
#include "sim/engine/simulate.hpp"
#include "sim/statistics/quantile.hpp"

namespace clientele {

/// What a simulation was of: enough to read its counts in people and money.
struct Books {
  const Plan& plan;
  Scales scales;
  std::vector<std::string> brands;  ///< in the engine's order
};

/// Totals of one brand in one segment in one period, for all people whom the segment stands for. Period 0 is
/// today: it holds the customers of today and, where it counts, the purchase just made.
Totals totals_in(const Books& books, int scenario, int segment, const SegmentOutcome& outcome, int period,
                 int brand);

/// Totals of one brand by period, 0..T, of one segment or, with segment −1, of all. Advertising and
/// channels reach the whole market: of all together they are paid, of a segment they are not.
std::vector<Totals> totals_by_period(const Books& books, int scenario,
                                     const std::vector<SegmentOutcome>& replication, int segment, int brand);

/// All periods together.
Totals over_horizon(const std::vector<Totals>& by_period);
/// Adds to totals of the horizon what is not told apart by period: with which purchases people came to the
/// brand from others, where brands have one owner.
void add_switches(const Books& books, int scenario, const std::vector<SegmentOutcome>& replication,
                  int segment, int brand, Totals& horizon);

/// Values of today's customers of ours to us, in currency, of one segment or all (−1).
Spread values_of_existing(const Books& books, const std::vector<SegmentOutcome>& replication, int segment);

/// What the people whose last brand today was `start` are worth to us over the horizon, in one segment or all
/// (−1), and how many they are. Rivals' customers of today are worth what they will buy from us.
struct StartWorth {
  double people = 0, value = 0;  ///< value: of all of them together [currency]
};
StartWorth worth_by_start(const Books& books, const std::vector<SegmentOutcome>& replication, int segment,
                          int start);

/// What a new customer is worth to us, from his first purchase and discounted to it, over the window
/// [currency]; nothing if he is none, or his window goes beyond the horizon.
std::optional<double> value_as_new(const Books& books, const SegmentTables& tables, const Life& life);

/// Values of new customers; those whose window goes beyond the horizon are left out.
Spread values_of_new(const Books& books, int scenario, const std::vector<SegmentOutcome>& replication,
                     int segment);

}  // namespace clientele
