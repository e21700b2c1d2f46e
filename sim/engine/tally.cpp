// SPDX-License-Identifier: MIT
#include "sim/engine/tally.hpp"

#include <algorithm>

#include "sim/base/contract.hpp"

namespace clientele {

Tally::Tally(int periods, int brands, int channels, int window)
    : periods_(periods),
      brands_(brands),
      channels_(channels),
      window_(window),
      by_brand_(std::size_t(kinds + all_reasons) * (periods + 1) * brands),
      lost_(std::size_t(all_reasons) * (periods + 1) * (brands + 1)),
      won_(lost_.size()),
      market_(4 * (std::size_t(periods) + 1)),
      switches_(std::size_t(brands) * brands),
      late_value_(brands + 1),
      newcomers_(5 * (std::size_t(periods) + 1) * channels),
      luck_(2 * (std::size_t(periods) + 1)),
      channel_value_(std::size_t(channels) * (periods + 1) * window) {}

Counts Tally::counts() {
  const auto row = [&](Row what) { return by_brand_.data() + index(what, 0); };
  return {.customers = row(customers),
          .returned = row(returned),
          .retained = row(retained),
          .purchases = row(purchases),
          .repeats = row(repeats),
          .triers = row(triers),
          .units = row(units),
          .value = row(value),
          .existing = row(existing),
          .luck = luck_.data(),
          .satisfaction = row(satisfaction),
          .tenure = row(tenure),
          .ended = row(ended),
          .renewed = row(renewed),
          .fees = row(fees),
          .discounts = row(discounts),
          .failures = row(failures),
          .complaints = row(complaints),
          .answered = row(answered),
          .complaint_cost = row(complaint_cost),
          .contacts = row(contacts),
          .contact_cost = row(contact_cost),
          .add_ons = row(add_ons),
          .add_on_cost = row(add_on_cost),
          .add_on_revenue = row(add_on_revenue),
          .members = row(members),
          .points = row(points),
          .points_earned = row(points_earned),
          .points_broken = row(points_broken),
          .rewards = row(rewards),
          .reward_cost = row(reward_cost),
          .programme_cost = row(programme_cost),
          .recommending = row(recommending),
          .warning = row(warning),
          .referred = row(referred),
          .referral_cost = row(referral_cost),
          .lost = by_brand_.data() + index(kinds, 0),
          .lost_by_us = lost_.data(),
          .won_by_us = won_.data(),
          .active = market_.data(),
          .arrived = market_.data() + 2 * (periods_ + 1),
          .newcomers = newcomers_.data(),
          .trials_ended = newcomers_.data() + std::size_t(channels_) * (periods_ + 1),
          .converted = newcomers_.data() + 2 * std::size_t(channels_) * (periods_ + 1),
          .reached = newcomers_.data() + 3 * std::size_t(channels_) * (periods_ + 1),
          .won = newcomers_.data() + 4 * std::size_t(channels_) * (periods_ + 1),
          .channel_value = channel_value_.data(),
          .departed = market_.data() + periods_ + 1,
          .came_back = market_.data() + 3 * (periods_ + 1),
          .switches = switches_.data(),
          .late_value = late_value_.data()};
}

Tally& Tally::operator+=(const Tally& other) {
  expects(periods_ == other.periods_ && brands_ == other.brands_ && channels_ == other.channels_ &&
          window_ == other.window_);
  const auto add = [](auto& to, const auto& from) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
  };
  add(by_brand_, other.by_brand_);
  add(lost_, other.lost_);
  add(won_, other.won_);
  add(market_, other.market_);
  add(switches_, other.switches_);
  add(late_value_, other.late_value_);
  add(newcomers_, other.newcomers_);
  add(luck_, other.luck_);
  add(channel_value_, other.channel_value_);
  overflows_ += other.overflows_;
  lived_ += other.lived_;
  return *this;
}

void Tally::begin(const KernelMarket& market) {
  if (periods_ != market.periods || brands_ != market.brands || channels_ != market.channels ||
      window_ != market.window) {
    *this = Tally(market);
    return;
  }
  for (auto* counts :
       {&by_brand_, &lost_, &won_, &market_, &switches_, &late_value_, &newcomers_, &luck_, &channel_value_})
    std::fill(counts->begin(), counts->end(), 0);
  overflows_ = lived_ = 0;
}

}  // namespace clientele
