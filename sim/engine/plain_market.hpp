// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/kernel_market.hpp"

namespace clientele {

/// A market whose people need, choose, buy, remember and leave, and no more. What it lacks is known while the
/// phases are compiled for it, so that nobody is asked in each lane whether there is any of it. The phases
/// are those of every market, and so are the results, to the last bit. Likewise for what is told of it.
template <bool detail>
struct PlainMarket : KernelMarket {
  static constexpr bool in_detail = detail;
  static constexpr const float *joins = nullptr, *channel = nullptr, *return_rate = nullptr, *trial = nullptr,
                               *switching = nullptr, *switching_cost = nullptr, *units_at_price = nullptr,
                               *off = nullptr, *failure = nullptr;
  static constexpr const std::int64_t *exit_fee = nullptr, *cost_to_keep = nullptr;
  static constexpr float lost_after = 0, growth = 0, contact_recency = 0;
  static constexpr int offers = 0, recencies = 0, contacts = 0, programmes = 0, add_ons = 0;
  static constexpr bool contract = false, price_kept = false, gated = false, habit_fades = false,
                        habit_grows = false, gamma_units = false, talks = false, favoured = false,
                        prompted = false, wakes = false, at_renewals = false, unbound = false;
  static constexpr Nests nests{};
};

/// Whether a market is one.
[[gnu::always_inline]] inline bool is_plain(const KernelMarket& m) {
  using Plain = PlainMarket<true>;
  return m.joins == Plain::joins && m.channel == Plain::channel && m.return_rate == Plain::return_rate &&
         m.trial == Plain::trial && m.switching == Plain::switching &&
         m.switching_cost == Plain::switching_cost && m.units_at_price == Plain::units_at_price &&
         m.off == Plain::off && m.failure == Plain::failure && m.exit_fee == Plain::exit_fee &&
         m.cost_to_keep == Plain::cost_to_keep && m.lost_after == Plain::lost_after &&
         m.growth == Plain::growth && m.contact_recency == Plain::contact_recency &&
         m.offers == Plain::offers && m.recencies == Plain::recencies && m.contacts == Plain::contacts &&
         m.programmes == Plain::programmes && m.add_ons == Plain::add_ons && m.contract == Plain::contract &&
         m.price_kept == Plain::price_kept && m.gated == Plain::gated &&
         m.habit_fades == Plain::habit_fades && m.habit_grows == Plain::habit_grows &&
         m.gamma_units == Plain::gamma_units && m.talks == Plain::talks && m.favoured == Plain::favoured &&
         m.prompted == Plain::prompted && m.wakes == Plain::wakes && m.at_renewals == Plain::at_renewals &&
         m.unbound == Plain::unbound && m.nests.count == Plain::nests.count;
}

}  // namespace clientele
