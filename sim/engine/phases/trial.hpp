// SPDX-License-Identifier: MIT
#pragma once

#include "models/arrival/trial.hpp"
#include "sim/engine/phases/departure.hpp"

namespace clientele {

/// Chance that the trial of each person of a lane makes him a customer.
template <class Lane>
typename Lane::Real conversion_of(const Moment& now, int i, typename Lane::Real channel) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real conversion = of_channel<Lane>(m.trial_conversion, channel);
  if (!m.product_memory && !m.service_memory) return conversion;
  const Real s = satisfaction(Lane::load(now.people.product + i), Lane::load(now.people.service + i),
                              Real(m.product_weight));
  return converted_chance(conversion, (s - of_channel<Lane>(m.trial_reference, channel)) *
                                          of_channel<Lane>(m.trial_effect, channel));
}

/// Adds a count to that of each channel.
template <class Lane>
void count_channels(const Moment& now, typename Lane::Mask these, typename Lane::Real channel,
                    std::int64_t* counts) {
  float whose[Lane::width];
  Lane::store(select(these, channel, typename Lane::Real(-1.0f)), whose);
  for (int lane = 0; lane < Lane::width; ++lane)
    if (whose[lane] >= 0) ++counts[now.row * now.market.channels + static_cast<int>(whose[lane])];
}

/// Lets trials end whose last period this is: some become customers, by a uniform of their own, the others
/// leave the category. Returns how many leave.
template <class Lane>
int end_trials(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real one(1.0f), row(static_cast<float>(now.row));
  int left = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const Real channel = channel_of<Lane>(m, now.people, i), last = Lane::load(now.people.last + i);
    const Real joined = period_of_coming<Lane>(now, i), length = of_channel<Lane>(m.trial, channel);
    const auto ends = (channel >= Real(0.0f)) & (length > Real(0.0f)) & (joined + length - one == row) &
                      (last >= Real(0.0f));
    if (!any(ends)) continue;
    typename Lane::Word words[4];
    lanes::philox<Lane>(Lane::load(now.people.person + i),
                        now.clock | static_cast<std::uint32_t>(Purpose::trial) << 16, now.address.events,
                        now.address.draw, now.address.keys, words);
    const auto converts = lanes::uniform<Lane>(words[0]) < conversion_of<Lane>(now, i, channel);
    count_channels<Lane>(now, ends, channel, now.counts.trials_ended);
    count_channels<Lane>(now, ends & converts, channel, now.counts.converted);
    left += take_out<Lane>(now, i, ends & ~converts, number_of<Lane>(Reason::no_longer_needed));
  }
  now.counts.departed[now.row] += left;
  return left;
}

}  // namespace clientele
