// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/arrival.hpp"
#include "sim/engine/phases/traits.hpp"

namespace clientele {

/// The channel by which a person comes or came, −1: none.
template <class Lane>
typename Lane::Real channel_of(const KernelMarket& market, const Columns& people, int i) {
  return Lane::gather(market.channel, index_in_segment<Lane>(people, i));
}

/// An entry of a row of one number a channel; the first where there is none.
template <class Lane>
typename Lane::Real of_channel(const float* row, typename Lane::Real channel) {
  return Lane::gather(row, Lane::whole(max(channel, typename Lane::Real(0.0f))));
}

/// Makes those who come by a channel what its newcomers are.
template <class Lane>
void mark_by_channel(const Block& block, int people) {
  using Real = typename Lane::Real;
  const KernelMarket& m = block.market;
  const Columns& c = block.columns;
  for (int i = 0; i < people; i += Lane::width) {
    const Real channel = channel_of<Lane>(m, c, i);
    const auto comes = channel >= Real(0.0f);
    if (!any(comes)) continue;
    const Real sensitivity = Lane::load(c.sensitivity + i), inertia = Lane::load(c.inertia + i);
    Lane::store(select(comes, sensitivity * of_channel<Lane>(m.channel_sensitivity, channel), sensitivity),
                c.sensitivity + i);
    Lane::store(select(comes, inertia + of_channel<Lane>(m.channel_inertia, channel), inertia),
                c.inertia + i);
  }
}

/// Who comes by a channel buys first from the brand that pays for it.
template <class Lane>
void buy_from_channel(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  if (now.occasion > 0 || !m.someone_joins[now.row]) return;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real channel = channel_of<Lane>(m, now.people, i);
    const auto comes = is_new<Lane>(now, i) & (channel >= Real(0.0f));
    if (!any(comes)) continue;
    Lane::store(select(comes, of_channel<Lane>(m.channel_brand, channel), Lane::load(now.scratch.chosen + k)),
                now.scratch.chosen + k);
  }
}

/// What is left of the price of a purchase after the discount that a channel gives on the first one of those
/// who come by it; of several purchases that are one choice it is of the first alone.
template <class Lane>
typename Lane::Real kept_at_first(const Moment& now, int i, typename Lane::Real purchases) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const int k = i - now.begin;
  const Real channel = channel_of<Lane>(m, now.people, i);
  const auto first =
      (Lane::load(now.scratch.before + k) == Real(newcomer)) & is_new<Lane>(now, i) & (channel >= Real(0.0f));
  const Real discount = of_channel<Lane>(m.first_discount + now.row * m.channels, channel) / purchases;
  return select(first, Real(1.0f) - discount, Real(1.0f));
}

/// Counts those who come in by the channels to which they are credited.
template <class Lane>
void count_by_channel(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    Lane::store(select(is_new<Lane>(now, i), channel_of<Lane>(m, now.people, i), Real(-1.0f)),
                now.scratch.code + k);
  }
  Lane::count_codes(now.scratch.code, now.end - now.begin, m.channels,
                    now.counts.newcomers + now.row * m.channels);
}

/// Adds an amount that a person brings a brand in this period to what the newcomers of his channel bring the
/// brand that paid for it, by the period in which he came and the periods since, within the window.
template <class Lane>
void credit_channel(const Moment& now, int i, int brand, std::int64_t amount) {
  const KernelMarket& m = now.market;
  const std::uint32_t who = now.people.person[i] & 0xffffffu;
  const int channel = static_cast<int>(m.channel[who]), joined = static_cast<int>(m.joins[who]);
  if (channel < 0 || joined > now.row || static_cast<int>(m.channel_brand[channel]) != brand) return;
  const int age = now.row - joined;
  if (age < m.window)
    now.counts.channel_value[(channel * (m.periods + 1) + joined) * m.window + age] += amount;
}

/// The same with what the purchases of an occasion have earned.
template <class Lane>
void credit_channels(const Moment& now) {
  for (int i = now.begin; i < now.rows && i < now.end; ++i) {
    const int k = i - now.begin, brand = static_cast<int>(now.scratch.chosen[k]);
    if (brand >= 0) credit_channel<Lane>(now, i, brand, now.scratch.money[k]);
  }
}

}  // namespace clientele
