// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "models/metric.hpp"
#include "sim/statistics/binned.hpp"
#include "sim/study/accounts.hpp"
#include "sim/study/results.hpp"

namespace clientele {

/// Whether a sample keeps what its rows are about.
enum class Keys { kept, known };

inline constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

/// What the rows of a table came to in one sample. All samples fill the same rows in the same order; what
/// they are about is kept by the first of them, and with it the bins of samples that are too many to keep. A
/// number that does not exist is not_known.
template <class Row>
struct Told {
  std::vector<Row> rows;
  std::vector<double> values;
  std::vector<Binned> bins;  ///< [row] of all draws, where there are too many; else empty
};

/// What one sample, a replication of a draw, tells of our customers in one scenario.
struct FocalFindings {
  Totals total;                         ///< over the horizon
  std::vector<double> value_by_period;  ///< discounted contribution, less luck; period 0 is today
  std::optional<double> clv, clv_p25, clv_p50, clv_p75, best_fifth;  ///< missing without customers today
  std::vector<std::pair<std::string, std::optional<double>>>
      cannibalisation;  ///< by other brand of our owner
  std::optional<double> branching;
  double investment = 0;  ///< value today of what the scenario invests
  std::vector<double>
      moved;  ///< [Mover] of the difference of equity from the baseline's; none of the baseline
};

/// All that one sample tells: a number for each row of each table.
struct Findings {
  Keys keys = Keys::known;
  Told<SummaryRow> summary;
  std::vector<double> summary_expected;  ///< its values with what was to be expected of purchases from us
  Told<PeriodRow> by_period;
  Told<ClvRow> clv;
  Told<SwitchingRow> switching;
  Told<ChurnRow> churn;
  Told<LastBrandRow> people_by_last_brand, value_each_by_last_brand, value_by_last_brand;
  Told<CountRow> counts;
  Told<ProfileRow> profile;
  Told<CashRow> cash;
  Told<ChannelRow> channels;
  std::vector<FocalFindings> focal;  ///< by scenario
  double customer_periods = 0;       ///< lived
  double seconds = 0;  ///< that the simulation took; the first of a plan's replications tells all

  /// Adds a row; what it is about is only made where it is kept.
  template <class Row, class MakeRow>
  void add(Told<Row> Findings::*table, MakeRow about, std::optional<double> value) {
    Told<Row>& told = this->*table;
    if (keys == Keys::kept) told.rows.push_back(about());
    told.values.push_back(value.value_or(not_known));
  }
};

/// The tables that grow with periods, people or reasons: of many samples their numbers go into bins. Those of
/// `summary` are needed one by one, for differences.
inline constexpr std::tuple long_tables{&Findings::by_period,
                                        &Findings::clv,
                                        &Findings::switching,
                                        &Findings::churn,
                                        &Findings::people_by_last_brand,
                                        &Findings::value_each_by_last_brand,
                                        &Findings::value_by_last_brand,
                                        &Findings::counts,
                                        &Findings::profile,
                                        &Findings::cash,
                                        &Findings::channels};

/// One scenario of a sample: where its counts are, and what it is called.
struct Sample {
  const Books& books;
  int scenario;
  const std::vector<SegmentOutcome>& segments;
  const Scenario& what;
  int replication;  ///< of the plan
};

/// What one replication of a plan tells of all its scenarios.
Findings findings_of(const Books& books, const std::vector<std::vector<SegmentOutcome>>& replication,
                     int number, const std::vector<Scenario>& scenarios, Keys keys);

}  // namespace clientele
