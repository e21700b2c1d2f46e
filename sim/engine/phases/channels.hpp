// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/arrival.hpp"
#include "sim/engine/phases/choice.hpp"
#include "sim/engine/phases/traits.hpp"

namespace clientele {

/// The channel by which a person comes by who he is, −1: none.
template <class Lane>
typename Lane::Real channel_to_come(const KernelMarket& market, const Columns& people, int i) {
  return Lane::gather(market.channel, index_in_segment<Lane>(people, i));
}

/// The channel by which a person came, at last, −1: none.
template <class Lane>
typename Lane::Real channel_of(const KernelMarket& market, const Columns& people, int i) {
  if (notes_ways(market)) return Lane::load(people.way + i) - typename Lane::Real(1.0f);
  return channel_to_come<Lane>(market, people, i);
}

/// The period in which he did.
template <class Lane>
typename Lane::Real period_of_coming(const Moment& now, int i) {
  if (notes_ways(now.market)) return Lane::load(now.people.came + i);
  return Lane::gather(now.market.joins, index_in_segment<Lane>(now.people, i));
}

/// An entry of a row of one number a channel; the first where there is none.
template <class Lane>
typename Lane::Real of_channel(const float* row, typename Lane::Real channel) {
  return Lane::gather(row, Lane::whole(max(channel, typename Lane::Real(0.0f))));
}

/// Makes those whom a mask selects what newcomers of their channel are.
template <class Lane>
void mark(const KernelMarket& m, const Columns& c, int i, typename Lane::Mask comes,
          typename Lane::Real channel) {
  using Real = typename Lane::Real;
  const Real sensitivity = Lane::load(c.sensitivity + i), inertia = Lane::load(c.inertia + i);
  Lane::store(select(comes, sensitivity * of_channel<Lane>(m.channel_sensitivity, channel), sensitivity),
              c.sensitivity + i);
  Lane::store(select(comes, inertia + of_channel<Lane>(m.channel_inertia, channel), inertia), c.inertia + i);
}

/// The same with all who are to come by channels, where nobody comes by another way before.
template <class Lane>
void mark_by_channel(const Block& block, int people) {
  const KernelMarket& m = block.market;
  for (int i = 0; i < people; i += Lane::width) {
    const auto channel = channel_to_come<Lane>(m, block.columns, i);
    const auto comes = channel >= typename Lane::Real(0.0f);
    if (any(comes)) mark<Lane>(m, block.columns, i, comes, channel);
  }
}

/// Notes with those who have just come in by which channel, if by any, and makes them what its newcomers are.
template <class Lane>
void note_ways(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Columns& c = now.people;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const auto joined = Lane::load(now.scratch.joined + k) > Real(0.0f);
    if (!any(joined)) continue;
    Lane::store(select(joined, Real(static_cast<float>(now.row)), Lane::load(c.came + i)), c.came + i);
    if (!m.channel) continue;
    Real channel = channel_to_come<Lane>(m, c, i);
    if (m.talks) channel = select(Lane::load(now.scratch.referred + k) >= Real(0.0f), Real(-1.0f), channel);
    Lane::store(select(joined, channel + Real(1.0f), Lane::load(c.way + i)), c.way + i);
    const auto comes = joined & (channel >= Real(0.0f));
    if (!m.channels_differ || !any(comes)) continue;
    mark<Lane>(m, c, i, comes, channel);
    if (!weighs_offers(m)) continue;
    for (int j = 0; j < m.brands; ++j) weigh_offer<Lane>(m, c, now.row, i, j);
  }
}

/// Who is on the free trial of the channel by which he came.
template <class Lane>
typename Lane::Mask is_on_trial(const Moment& now, int i, typename Lane::Real channel) {
  using Real = typename Lane::Real;
  const Real joined = period_of_coming<Lane>(now, i);
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

/// Whether channels take something off the price of some purchases of a period.
inline bool channels_discount(const Moment& now) {
  const KernelMarket& m = now.market;
  return (m.channel && (m.trial || (m.first_discount && m.someone_joins[now.row]))) ||
         (m.offers > 0 && m.first_discount);
}

/// Who buys first from the brand of the channel by which he has just come, as far as is known: a newcomer, or
/// a rival's customer who has not bought the brand since the start nor last before it.
template <class Lane>
typename Lane::Mask is_first_purchase(const Moment& now, int i, typename Lane::Real channel,
                                      typename Lane::Real chosen) {
  using Real = typename Lane::Real;
  const int k = i - now.begin;
  auto first = channel >= Real(0.0f);
  if (now.market.channel)
    first = first & (Lane::load(now.scratch.before + k) == Real(newcomer)) & is_new<Lane>(now, i);
  else
    first = first & ~first;
  if (now.market.offers == 0 || now.row == 0) return first;
  const auto bought = Lane::load(now.people.tried + i) & Lane::bit(Lane::whole(max(chosen, Real(0.0f))));
  const auto won = (Lane::load(now.scratch.won + k) >= Real(0.0f)) & Lane::is_zero(bought) &
                   ~(Lane::real(Lane::load(now.people.start + i)) == chosen);
  return first | won;
}

/// What is left of the price of a purchase after the discount that a channel gives on the first one of those
/// who come by it, or nothing while they are on trial. Of several purchases that are one choice the discount
/// is of the first alone.
template <class Lane>
typename Lane::Real kept_by_channel(const Moment& now, int i, typename Lane::Real chosen,
                                    typename Lane::Real purchases) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real channel = channel_of<Lane>(m, now.people, i);
  Real kept(1.0f);
  if (m.first_discount)
    kept =
        select(is_first_purchase<Lane>(now, i, channel, chosen),
               kept - of_channel<Lane>(m.first_discount + now.row * m.channels, channel) / purchases, kept);
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

/// Adds an amount that a person brings a brand in this period to what those who came by his channel bring the
/// brand that paid for it, by the period in which he came and the periods since, within the window.
template <class Lane>
void credit_channel(const Moment& now, int i, int brand, std::int64_t amount) {
  const KernelMarket& m = now.market;
  const std::uint32_t who = now.people.person[i] & 0xffffffu;
  const bool noted = notes_ways(m);
  const int channel = static_cast<int>(noted ? now.people.way[i] - 1 : m.channel[who]),
            joined = static_cast<int>(noted ? now.people.came[i] : m.joins[who]);
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
