// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "models/arrival/channel.hpp"
#include "models/arrival/joining.hpp"
#include "models/choice/utility.hpp"
#include "sim/base/contract.hpp"
#include "sim/engine/tables/coming.hpp"
#include "sim/random/address.hpp"

namespace clientele {

namespace {

/// The number in the engine's order of the brand that pays for a channel.
int brand_of(const Layout& l, const Channel& channel) {
  for (std::size_t j = 0; j < l.order.brands.size(); ++j)
    if (l.world.brands[l.order.brands[j]].name == channel.brand) return static_cast<int>(j);
  return 0;
}

/// The free trials of channels, where there are some.
void lay_trials(Layout& l) {
  bool some = false;
  const auto of_channels = [&](auto value) {
    auto& row = l.tables.floats.emplace_back();
    for (const auto& channel : l.world.channels) {
      some = some || channel.is.trial;
      row.push_back(channel.is.trial ? static_cast<float>(value(*channel.is.trial)) : 0.0f);
    }
    return row.data();
  };
  const float* length = of_channels([](const Trial& t) { return std::lround(t.length.value); });
  l.view.trial_conversion = of_channels([](const Trial& t) { return t.conversion.value; });
  l.view.trial_effect = of_channels([](const Trial& t) { return t.satisfaction_effect.value * log2_e; });
  l.view.trial_reference = of_channels([](const Trial& t) { return t.satisfaction_reference.value; });
  if (some) l.view.trial = length;
}

/// What channels cost and who they bring, for the accounts, and what becomes of those, for the kernel.
void lay_channels(Layout& l, const Coming& coming) {
  const auto& channels = l.world.channels;
  for (int row = 0; row < l.rows; ++row)
    for (std::size_t c = 0; c < channels.size(); ++c) {
      l.tables.channel_spend.push_back(coming.spend[row][c]);
      l.tables.channel_gain.push_back(coming.gain[row][c]);
      l.tables.channel_reach.push_back(coming.reached_more[row][c]);
    }
  auto& brand = l.tables.floats.emplace_back();
  auto& factor = l.tables.floats.emplace_back();
  auto& shift = l.tables.floats.emplace_back();
  for (const auto& channel : channels) {
    l.tables.channel_brand.push_back(brand_of(l, channel.is));
    l.tables.channel_poaches.push_back(channel.is.reaches_rivals());
    brand.push_back(static_cast<float>(l.tables.channel_brand.back()));
    factor.push_back(static_cast<float>(channel.is.price_sensitivity.value));
    shift.push_back(static_cast<float>(channel.is.inertia.value * log2_e));
    l.view.channels_differ = l.view.channels_differ || factor.back() != 1 || shift.back() != 0;
  }
  auto& discount = l.tables.floats.emplace_back();
  bool some = false;
  for (int row = 0; row < l.rows; ++row)
    for (const auto& channel : channels) {
      discount.push_back(static_cast<float>(l.at(
          channel.is.first_purchase_discount, "channels." + channel.name + ".first_purchase_discount", row)));
      some = some || discount.back() > 0;
    }
  l.view.channels = static_cast<int>(channels.size());
  l.view.channel_brand = brand.data();
  l.view.channel_sensitivity = factor.data();
  l.view.channel_inertia = shift.data();
  if (some) l.view.first_discount = discount.data();
  lay_trials(l);
}

/// What channels offer rivals' customers, of those that ever reach one in this segment.
void lay_offers(Layout& l, const Coming& coming) {
  for (std::size_t c = 0; c < l.world.channels.size(); ++c) {
    const auto& [name, channel] = l.world.channels[c];
    auto& chance = l.tables.floats.emplace_back();
    for (int row = 0; row < l.rows; ++row) chance.push_back(static_cast<float>(coming.reached[row][c]));
    if (std::none_of(chance.begin(), chance.end(), [](float p) { return p > 0; })) continue;
    l.tables.offers.push_back(
        {.channel = static_cast<int>(c),
         .brand = l.tables.channel_brand[c],
         .slot = brand_slot(name),
         .chance = chance.data(),
         .bonus = static_cast<float>(channel.bonus.value * log2_e),
         .lasts = channel.bonus_lasts ? static_cast<float>(std::lround(channel.bonus_lasts->value)) : 0});
  }
  if (l.tables.offers.empty()) return;
  auto& place = l.tables.floats.emplace_back();
  for (int k = 0; k < l.request.people; ++k) place.push_back(static_cast<float>(place_among_ways(k)));
  l.view.offers = static_cast<int>(l.tables.offers.size());
  l.view.offer = l.tables.offers.data();
  l.view.place = place.data();
  l.view.favoured = true;
}

}  // namespace

void lay_arrival(Layout& l) {
  const Arrival& arrival = l.behaviours.arrival;
  const bool channels = !l.world.channels.empty(),
             someone_comes = !arrival.arrivals.empty() || arrival.prospects;
  if (!channels && !someone_comes) return;
  const Coming found = coming(l);
  if (channels) lay_channels(l, found), lay_offers(l, found);
  if (!someone_comes) return;
  expects(l.request.people > 0);
  auto& joins = l.tables.floats.emplace_back();
  auto& channel = l.tables.floats.emplace_back();
  auto& someone = l.tables.flags.emplace_back(l.rows, 0);
  for (int k = 0; k < l.request.people; ++k) {
    const int period = joining_period(k, l.request.people, found.joined);
    joins.push_back(static_cast<float>(period));
    if (period > 0) someone[period] = 1;
    if (channels)
      channel.push_back(period > 0 ? static_cast<float>(way_at(place_among_ways(k), found.by_way[period]) - 1)
                                   : -1.0f);
  }
  l.view.joins = joins.data();
  l.view.someone_joins = someone.data();
  if (channels) l.view.channel = channel.data();
}

}  // namespace clientele
