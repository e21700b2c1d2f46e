// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/engine/segment_tables.hpp"
#include "sim/statistics/estimate.hpp"
#include "sim/statistics/verdict.hpp"

namespace clientele {

/// One row of summary.csv: a metric of a brand in a segment over the whole horizon. Missing is not zero.
struct SummaryRow {
  std::string scenario, brand, segment, metric, unit;
  std::optional<Estimate> estimate;
};

/// One row of periods.csv.
struct PeriodRow {
  std::string scenario, brand;
  int period = 0;
  std::string metric, unit;
  std::optional<Estimate> estimate;
};

/// One row of clv.csv: a measure of the distribution across the focal brand's customers of one kind.
struct ClvRow {
  std::string scenario, segment, customers;  ///< customers: existing | new
  std::string measure, unit;  ///< q005 … q995, mean, sd, worst_5pct, decile_01_mean, decile_01_share …
  Estimate estimate;
};

/// One row of draws.csv: a scenario in one replication.
struct DrawRow {
  int draw = 1, replication = 1;
  std::string scenario;
  double customer_equity = 0;
  double net_value = 0;  ///< equity less baseline's less investments; 0 for the baseline
};

/// One row of switching.csv: of the purchases that follow one of `from`, the share that are of `to`. Counted
/// over the whole horizon and all people; the brand bought last today counts as the purchase before the
/// first.
struct SwitchingRow {
  std::string scenario, from, to;
  std::optional<Estimate> share;
};

/// One row of churn.csv: the people who ceased to be customers of a brand in a period, why, and where they
/// are at its end. Those who left us, and those who came to us.
struct ChurnRow {
  std::string scenario, brand;
  int period = 0;
  std::string reason, destination;  ///< destination: a brand or `none`, out of the category
  Estimate people;
};

/// One row of by_last_brand.csv: what the people who bought one brand last today are worth to us over the
/// horizon, discounted to today. A rival's customers are worth what they will buy from us.
struct LastBrandRow {
  std::string scenario, segment, last_brand;
  double people = 0;
  std::optional<Estimate> value_each;
  Estimate value;  ///< of all of them
};

/// One row of cash.csv: what a brand takes in and pays in a fiscal year, not discounted.
struct CashRow {
  std::string scenario, brand;
  int year = 1;
  std::string item;  ///< revenue, unit_costs, … cash
  std::optional<Estimate> amount;
};

/// One row of profile.csv: what our customers of one decile by lifetime value are like, among those of today
/// or those to come.
struct ProfileRow {
  std::string scenario, customers;  ///< existing, new
  std::string decile;               ///< `1` the best tenth … `10`, and `all`
  std::string characteristic, unit;
  Estimate estimate;
};

/// One row of counts.csv: the people who bought from us so many times over the horizon.
struct CountRow {
  std::string scenario, purchases;  ///< `0`, `1`, … and at last `50+`
  Estimate people;
};

/// The simple formula of practice and what goes into it, measured in the run.
struct SimpleFormula {
  double spend = 0, purchases = 0, margin = 0, lifetime = 0, value = 0;
};

/// Where the spread of a number across draws comes from; the parts sum to 1.
struct SpreadParts {
  Measured assumptions;  ///< what is not known of the market
  Measured mix;          ///< who the customers happen to be
  Measured chance;       ///< what happens to them
};

/// A part of customer equity, or of a difference of it.
struct EquityPart {
  std::string name;
  double value = 0;
  std::optional<double> mc_error;  ///< missing where there is one sample
};

/// What a sum is made of.
struct EquityParts {
  std::vector<EquityPart> parts;
  double whole = 0;
  int samples = 0;  ///< draws in which it was worked out, or where there is one its replications
};

/// A scenario against the baseline with the same customers and the same luck.
struct Against {
  Estimate difference;       ///< of customer equity
  double low = 0, high = 0;  ///< 90 % interval of the mean difference (Student's t over replications)
  double investment = 0;     ///< value today of all investments
  double net_value = 0;      ///< difference less investment
  Estimate net;              ///< the same in each draw: where it lies and how exact its mean is
  std::optional<double> return_on_investment;  ///< difference / investment − 1; none without investment
  double customers_end = 0,
         customers_end_error = 0;  ///< difference in customers at the end, and its Monte Carlo error
  /// Periods after which the discounted gain has come up to what was invested, by the means; none if it does
  /// not within the horizon, or nothing is invested.
  std::optional<int> payback;
  std::optional<OptionVerdict> odds;   ///< of net value, where there are draws
  std::optional<SpreadParts> spread;   ///< of the difference, where there are draws
  std::optional<double> pairing_gain;  ///< times as many replications without common luck; where known
  std::optional<EquityParts> why;      ///< of the difference, by mechanism, the largest part first; where it
                                       ///< is explained
  std::optional<EquityParts> changes;  ///< of the difference, by what the scenario changes
};

/// What a brand of the focal brand's owner takes from that owner's other brands.
struct Sibling {
  std::string brand;
  std::optional<Estimate> cannibalisation;  ///< missing where nobody came to it
};

/// What a channel of the focal brand brought over the horizon; missing where nobody came, nothing was spent
/// or no cohort was seen for the whole window.
struct ChannelHeadline {
  std::string channel;
  std::optional<Estimate> newcomers;
  std::optional<Estimate> won;  ///< from rivals; missing too where it does not reach their customers
  std::optional<Estimate> cost, marginal_cost, clv, clv_to_cost;
  std::optional<Estimate> payback;  ///< [periods]
};

/// What the screen of results says of one scenario, all about the focal brand.
struct Headline {
  std::string scenario;
  Estimate equity;                       ///< all customers, less advertising and channels
  Estimate equity_today, equity_future;  ///< before these: customers of today, those to come
  Estimate advertising;                  ///< discounted; 0 where we do not advertise
  Estimate channel_spend;                ///< discounted; 0 where we have no channels
  Estimate customers_today, customers_end;
  Estimate share, retention;
  Estimate clv;                        ///< mean across today's customers
  Estimate clv_p25, clv_p50, clv_p75;  ///< quartiles across today's customers
  Estimate best_fifth;  ///< share of the value of today's customers that the best 20 % of them have
  std::optional<SimpleFormula> simple;
  std::optional<Estimate> owner_equity;  ///< of all brands of our owner, where there are others
  std::vector<Sibling> siblings;         ///< these others
  std::vector<ChannelHeadline> channels;
  std::optional<SpreadParts> spread;  ///< of customer equity, where there are draws
  /// Value, brand and retention equity, and what is left without any of them; of the baseline, where it is
  /// explained.
  std::optional<EquityParts> sources;
  std::optional<Against> against;  ///< none for the baseline
};

/// One row of channels.csv: what a channel brought and cost, in a period or in all of them (`all`); of
/// `none`, who came without one.
struct ChannelRow {
  std::string scenario, channel, brand, period;
  std::string metric, unit;
  std::optional<Estimate> estimate;
};

/// One row of comparison.csv: a metric of the focal brand in a scenario beside the baseline. What better and
/// loss mean is known of customer equity and net value only.
struct ComparisonRow {
  std::string scenario, metric, unit;
  std::optional<Estimate> baseline, value, difference;
  std::optional<Measured> higher;  ///< probability that the value is above the baseline's
  std::optional<OptionVerdict> odds;
  std::optional<double> pairing_gain;
  std::optional<int> payback;  ///< [periods], of net_value
};

/// One row of equity.csv: a part of customer equity, of its difference from the baseline, or of its spread.
struct EquityRow {
  std::string scenario, of, part, unit;
  double value = 0;
  std::optional<double> mc_error;
};

/// A number that is not known, by path, and its value in each draw; of an event, 1 where it happened.
struct Unknown {
  std::string path;
  std::vector<double> by_draw;
};

/// All that a run found, ready to be written. Nothing downstream computes.
struct Results {
  std::string focal, currency, period;  ///< period: `month`
  int periods = 0;
  double people = 0;  ///< in the market
  int simulated_people = 0;
  int draws = 1, draws_asked = 1;                ///< of what is not known; 1 where all is
  int replications = 0, replications_asked = 0;  ///< in each draw
  Estimator estimator = Estimator::realised;     ///< of mean equity
  std::vector<Headline> headlines;               ///< the baseline first
  std::vector<SummaryRow> summary;
  std::vector<PeriodRow> by_period;
  std::vector<ClvRow> clv;
  std::vector<DrawRow> samples;
  std::vector<SwitchingRow> switching;
  std::vector<ChurnRow> churn;
  std::vector<LastBrandRow> by_last_brand;
  std::vector<CountRow> counts;
  std::vector<ProfileRow> profile;
  std::vector<CashRow> cash;
  std::vector<ChannelRow> channels;
  std::vector<ComparisonRow> comparison;
  std::vector<EquityRow> equity;
  std::vector<Unknown> unknowns;
  std::optional<std::size_t> best;  ///< headline with the greatest mean net value; none where that is today
  std::optional<OptionVerdict> staying;         ///< the odds of doing nothing, where there are draws
  std::optional<Measured> perfect_information;  ///< what it would be worth to know everything before
  std::vector<std::string> warnings;            ///< limits of this very run, in sentences
  bool interrupted = false;
  double customer_months = 0;     ///< active customer-periods simulated
  double simulation_seconds = 0;  ///< of the simulation alone, without solving shares and making tables
  std::string kernel;             ///< `AVX-512, 16 lanes`
  int threads = 0;

  /// Several samples show a spread and an error.
  bool several() const { return draws * replications > 1; }
  double customer_months_per_second() const {
    return simulation_seconds > 0 ? customer_months / simulation_seconds : 0;
  }
};

}  // namespace clientele
