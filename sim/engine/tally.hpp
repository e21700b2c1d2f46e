// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "models/choice/reasons.hpp"
#include "sim/engine/block.hpp"

namespace clientele {

/// The counts of people of one segment in one replication of one scenario, with the storage they need.
/// Adding tallies is exact, so the order of blocks and threads cannot matter.
class Tally {
 public:
  /// channels, window: of the kernel's market, where newcomers are told apart by channel.
  Tally(int periods, int brands, int channels = 0, int window = 0);
  explicit Tally(const KernelMarket& market)
      : Tally(market.periods, market.brands, market.channels, market.window) {}

  Counts counts();
  void overflowed(std::int64_t times) { overflows_ += times; }
  void lived(std::int64_t periods) { lived_ += periods; }
  Tally& operator+=(const Tally& other);
  /// Counts nothing again, of a market of this shape; keeps the memory where it can.
  void begin(const KernelMarket& market);

  enum Row {
    customers,
    returned,
    retained,
    purchases,
    repeats,
    triers,
    units,
    value,
    existing,
    satisfaction,
    tenure,
    ended,
    renewed,
    fees,
    discounts,
    failures,
    complaints,
    answered,
    complaint_cost,
    recommending,
    warning,
    referred,
    referral_cost,
    contacts,
    contact_cost,
    add_ons,
    add_on_cost,
    add_on_revenue,
    members,
    points,
    points_earned,
    points_broken,
    rewards,
    reward_cost,
    programme_cost,
    kinds
  };
  /// A count of one brand in one period; row 0 is today.
  std::int64_t of(Row what, int period, int brand) const { return by_brand_[index(what, period) + brand]; }
  /// Of the customers of a brand at the start of a period, those who are not at its end.
  std::int64_t lost(Reason why, int period, int brand) const {
    return by_brand_[index(kinds + static_cast<int>(why), period) + brand];
  }
  /// Of ours, those who went to a brand, or out of the category, which comes after the brands.
  std::int64_t lost_by_us(Reason why, int period, int to) const {
    return lost_[churn_index(why, period) + to];
  }
  /// Of the others', those who are ours at the end.
  std::int64_t won_by_us(Reason why, int period, int from) const {
    return won_[churn_index(why, period) + from];
  }
  std::int64_t active(int period) const { return market_[period]; }
  std::int64_t departed(int period) const { return market_[periods_ + 1 + period]; }
  std::int64_t arrived(int period) const { return market_[2 * (periods_ + 1) + period]; }
  /// Of those who arrived in a period, those who are credited to a channel.
  std::int64_t newcomers(int channel, int period) const { return newcomers_[period * channels_ + channel]; }
  /// Trials of a channel that ended in a period, and those of them that made customers.
  std::int64_t trials_ended(int channel, int period) const {
    return newcomers_[(periods_ + 1 + period) * channels_ + channel];
  }
  std::int64_t converted(int channel, int period) const {
    return newcomers_[(2 * (periods_ + 1) + period) * channels_ + channel];
  }
  /// Customers of rivals whom a channel reached with its offer in a period, and those whom an offer won.
  std::int64_t reached(int channel, int period) const {
    return newcomers_[(3 * (periods_ + 1) + period) * channels_ + channel];
  }
  std::int64_t won(int channel, int period) const {
    return newcomers_[(4 * (periods_ + 1) + period) * channels_ + channel];
  }
  /// What those who came by a channel in a period brought its brand so many periods later.
  std::int64_t channel_value(int channel, int came, int since) const {
    return channel_value_[(std::size_t(channel) * (periods_ + 1) + came) * window_ + since];
  }
  std::int64_t came_back(int period) const { return market_[3 * (periods_ + 1) + period]; }
  std::int64_t switches(int from, int to) const { return switches_[from * brands_ + to]; }
  std::int64_t late_value(int start) const { return late_value_[start]; }
  /// What purchases from us in a period brought beyond what was to be expected, of customers of ours today.
  std::int64_t luck_existing(int period) const { return luck_[2 * period]; }
  /// The same of all people.
  std::int64_t luck(int period) const { return luck_[2 * period] + luck_[2 * period + 1]; }
  std::int64_t overflows() const { return overflows_; }
  std::int64_t lived() const { return lived_; }
  int periods() const { return periods_; }
  int brands() const { return brands_; }
  int channels() const { return channels_; }
  int window() const { return window_; }

 private:
  std::size_t index(int what, int period) const {
    return (std::size_t(what) * (periods_ + 1) + period) * brands_;
  }

  std::size_t churn_index(Reason why, int period) const {
    return (std::size_t(period) * all_reasons + static_cast<int>(why)) * (brands_ + 1);
  }

  int periods_, brands_, channels_, window_;
  std::vector<std::int64_t> by_brand_, lost_, won_, market_, switches_, late_value_, newcomers_, luck_,
      channel_value_;
  std::int64_t overflows_ = 0, lived_ = 0;
};

}  // namespace clientele
