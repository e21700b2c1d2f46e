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

/// Who is on the free trial of the channel by which he came.
template <class Lane>
typename Lane::Mask is_on_trial(const Moment& now, int i, typename Lane::Real channel) {
  using Real = typename Lane::Real;
  const Real joined = Lane::gather(now.market.joins, index_in_segment<Lane>(now.people, i));
  const Real ends = joined + of_channel<Lane>(now.market.trial, channel), row(static_cast<float>(now.row));
  return (channel >= Real(0.0f)) & (row >= joined) & (row < ends);
}

/// Who comes by a channel buys first from the brand that pays for it, and as long as he is on trial, if the
/// brand is there.
template <class Lane>
void buy_from_channel(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const bool first = now.occasion == 0 && m.someone_joins[now.row];
  if (!first && !m.trial) return;
  const float* present = m.present + now.row * m.brands;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real channel = channel_of<Lane>(m, now.people, i);
    auto bound = is_new<Lane>(now, i) & (channel >= Real(0.0f));
    if (!first) bound = bound & ~bound;
    if (m.trial) bound = bound | is_on_trial<Lane>(now, i, channel);
    bound = bound & (Lane::load(now.scratch.purchases + k) > Real(static_cast<float>(now.occasion)));
    if (!any(bound)) continue;
    const Real brand = of_channel<Lane>(m.channel_brand, channel);
    const auto there = Lane::gather(present, Lane::whole(brand)) > Real(0.0f);
    Lane::store(select(bound & there, brand, Lane::load(now.scratch.chosen + k)), now.scratch.chosen + k);
  }
}

/// What is left of the price of a purchase after the discount that a channel gives on the first one of those
/// who come by it, or nothing while they are on trial. Of several purchases that are one choice the discount
/// is of the first alone.
template <class Lane>
typename Lane::Real kept_by_channel(const Moment& now, int i, typename Lane::Real chosen,
                                    typename Lane::Real purchases) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const int k = i - now.begin;
  const Real channel = channel_of<Lane>(m, now.people, i);
  const auto first =
      (Lane::load(now.scratch.before + k) == Real(newcomer)) & is_new<Lane>(now, i) & (channel >= Real(0.0f));
  Real kept(1.0f);
  if (m.first_discount)
    kept = select(
        first, kept - of_channel<Lane>(m.first_discount + now.row * m.channels, channel) / purchases, kept);
  if (m.trial)
    kept = select(is_on_trial<Lane>(now, i, channel) & (chosen == of_channel<Lane>(m.channel_brand, channel)),
                  Real(0.0f), kept);
  return kept;
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
