// SPDX-License-Identifier: MIT
#include "sim/engine/tables/coming.hpp"

#include <algorithm>

#include "models/arrival/bass.hpp"
#include "models/arrival/channel.hpp"
#include "sim/engine/appeals.hpp"
#include "sim/engine/stationary_shares.hpp"
#include "sim/scenario/arrival_checks.hpp"
#include "sim/scenario/moment_checks.hpp"

namespace clientele {

namespace {

/// A segment on its way through the periods.
struct Filling {
  const Named<Segment>& who;
  double people;
  double joined;                                 ///< part who are in the category
  double listed = 0, spread = 0;                 ///< in this period: part by list, chance by diffusion
  std::vector<double> spent = {}, chances = {};  ///< by channel
  double prospects() const { return people * std::max(0.0, 1 - joined); }
  double open() const { return std::max(0.0, 1 - joined - listed); }
  double buyers() const { return people * std::min(1.0, joined); }
};

double of_segment(const Layout& l, const Filling& s, const Lever& lever, const std::string& name, int row) {
  const std::string own = "segments." + s.who.name + "." + name;
  return l.at(lever, own, row, l.world.own_levers.contains(own) ? "" : name);
}

/// Part of a segment's people who come by a list in a period.
double listed_in(const Layout& l, const Filling& s, int row) {
  const auto& arrivals = s.who.is.behaviours.arrival.arrivals;
  const auto t = static_cast<std::size_t>(row);
  if (t > arrivals.size()) return 0;
  // A list of the world's is of all its people, one of the segment's own of the segment.
  const bool own = l.world.own_levers.contains("segments." + s.who.name + ".arrivals.1");
  const double people = l.world.market.people.value * (own ? s.who.is.share.value : 1);
  return of_segment(l, s, arrivals[t - 1], "arrivals." + std::to_string(t), row) / people;
}

/// What diffusion makes, within a period, of the part of a segment who have joined.
double spread_from(const Layout& l, const Filling& s, double part, int row) {
  const auto& diffusion = s.who.is.behaviours.arrival.diffusion;
  if (!diffusion) return part;
  return part_after_a_period(
      part, {.innovation = of_segment(l, s, diffusion->innovation, "diffusion.innovation", row),
             .imitation = of_segment(l, s, diffusion->imitation, "diffusion.imitation", row)});
}

double weight_of(const Channel& channel, const Filling& s) {
  const Number* weight = find(channel.segments, s.who.name);
  return weight ? weight->value : 1;
}

const Named<Brand>& brand_of(const World& world, const Channel& channel) {
  for (const auto& brand : world.brands)
    if (brand.name == channel.brand) return brand;
  return world.brands[focal_index(world)];
}

/// What a channel spends in a period: nothing while its brand is not there.
double spend_of(const Layout& l, const Named<Channel>& channel, int row) {
  const Presence presence = presence_of(brand_of(l.world, channel.is), l.request.scenario);
  if (row < presence.enters || row >= presence.leaves) return 0;
  return l.at(channel.is.spend, "channels." + channel.name + ".spend", row);
}

/// A channel as it goes through the periods.
struct Reaching {
  const Named<Channel>& channel;
  double rivals;  ///< share of those who buy in the category whose brand is another one; 0: not for it

  ChannelResponse response() const { return {channel.is.ceiling.value, channel.is.rate.value}; }
  /// People of a segment whom it reaches.
  double audience(const Filling& s) const {
    return (channel.is.reaches_prospects() ? s.prospects() : 0) + s.buyers() * rivals;
  }
};

/// Shares of purchases that the brands have today, by index in the world: as they are given, else as their
/// appeals make them.
std::vector<double> shares_today(const Layout& l) {
  const World& baseline = l.request.baseline;
  const bool given = std::any_of(baseline.brands.begin(), baseline.brands.end(),
                                 [](const auto& brand) { return brand.is.share.has_value(); });
  if (!given) return stationary_shares(customer_sample(baseline, rough_points), l.request.appeal);
  std::vector<double> shares;
  for (const auto& brand : baseline.brands) shares.push_back(brand.is.share ? brand.is.share->value : 0);
  return shares;
}

std::vector<Reaching> reaching(const Layout& l) {
  const auto& channels = l.world.channels;
  const bool any = std::any_of(channels.begin(), channels.end(),
                               [](const auto& channel) { return channel.is.reaches_rivals(); });
  const std::vector<double> shares = any ? shares_today(l) : std::vector<double>();
  std::vector<Reaching> all;
  for (const auto& channel : channels) {
    const auto brand = static_cast<std::size_t>(&brand_of(l.world, channel.is) - l.world.brands.data());
    all.push_back({channel, channel.is.reaches_rivals() ? 1 - shares[brand] : 0});
  }
  return all;
}

/// People of all segments whom a channel reaches, each weighted with what is spent on him.
double reachable(const Reaching& by, const std::vector<Filling>& segments) {
  double all = 0;
  for (const Filling& s : segments) all += by.audience(s) * weight_of(by.channel.is, s);
  return all;
}

/// Newcomers that one more unit of currency spent by a channel would bring in this period, beyond those who
/// come by other ways.
double gain_of(const Reaching& by, std::size_t c, const std::vector<Filling>& segments) {
  const double all = by.channel.is.reaches_prospects() ? reachable(by, segments) : 0;
  double gain = 0;
  for (const Filling& s : segments) {
    double not_otherwise = 1 - s.spread;
    for (std::size_t other = 0; other < s.chances.size(); ++other)
      if (other != c) not_otherwise *= 1 - s.chances[other];
    if (all > 0)
      gain += s.people * s.open() * not_otherwise * weight_of(by.channel.is, s) / all *
              chance_gained(by.response(), s.spent[c]);
  }
  return gain;
}

/// Customers of rivals whom one more unit of currency would reach.
double reached_more(const Reaching& by, std::size_t c, const std::vector<Filling>& segments) {
  const double all = by.rivals > 0 ? reachable(by, segments) : 0;
  double people = 0;
  for (const Filling& s : segments)
    if (all > 0)
      people += s.buyers() * by.rivals * weight_of(by.channel.is, s) / all *
                chance_gained(by.response(), s.spent[c]);
  return people;
}

/// Lets channels spend on the people of a period; `mine` is the segment whose tables are laid.
void spend_in(const Layout& l, const std::vector<Reaching>& channels, int row, std::size_t mine,
              std::vector<Filling>& segments, Coming& coming) {
  for (Filling& s : segments) s.spent.clear(), s.chances.clear();
  for (const Reaching& by : channels) {
    const double spend = spend_of(l, by.channel, row), all = reachable(by, segments);
    coming.spend.back().push_back(spend);
    for (Filling& s : segments) {
      s.spent.push_back(all > 0 ? spend * weight_of(by.channel.is, s) / all : 0);
      const double chance = chance_by_channel(by.response(), s.spent.back());
      s.chances.push_back(by.channel.is.reaches_prospects() ? chance : 0);
      if (&s == &segments[mine]) coming.reached.back().push_back(by.rivals > 0 ? chance : 0);
    }
  }
  for (std::size_t c = 0; c < channels.size(); ++c) {
    coming.gain.back().push_back(gain_of(channels[c], c, segments));
    coming.reached_more.back().push_back(reached_more(channels[c], c, segments));
  }
}

/// Part of a segment's people who come in a period by each way. Who would come by several at once is shared
/// out in proportion to their chances.
std::vector<double> ways_of(const Filling& s) {
  std::vector<double> chances = {s.spread};
  chances.insert(chances.end(), s.chances.begin(), s.chances.end());
  double sum = 0;
  for (const double p : chances) sum += p;
  const double come = s.open() * combined_chance(chances);
  std::vector<double> by_way;
  for (const double p : chances) by_way.push_back(sum > 0 ? come * p / sum : 0);
  by_way[0] += s.listed;
  return by_way;
}

}  // namespace

Coming coming(const Layout& l) {
  std::vector<Filling> segments;
  std::size_t mine = 0;
  const auto all = segments_of(l.world);
  for (const auto& segment : all) {
    if (segment.name == l.request.segment.name) mine = segments.size();
    segments.push_back({segment, l.world.market.people.value * segment.is.share.value,
                        1 - part_of_prospects(l.world, segment)});
  }
  const std::vector<Reaching> channels = reaching(l);
  const std::vector<double> nothing(channels.size());
  Coming coming{.joined = {segments[mine].joined},
                .by_way = {{}},
                .spend = {nothing},
                .gain = {nothing},
                .reached = {nothing},
                .reached_more = {nothing}};
  for (int row = 1; row < l.rows; ++row) {
    for (auto* by_row : {&coming.spend, &coming.gain, &coming.reached, &coming.reached_more})
      by_row->emplace_back();
    for (Filling& s : segments) {
      s.listed = listed_in(l, s, row);
      const double part = s.joined + s.listed, spread = spread_from(l, s, part, row);
      s.spread = part < 1 ? (spread - part) / (1 - part) : 0;
    }
    spend_in(l, channels, row, mine, segments, coming);
    coming.by_way.push_back(ways_of(segments[mine]));
    for (Filling& s : segments) {
      const double part = s.joined + s.listed;
      if (channels.empty()) {
        s.joined = spread_from(l, s, part, row);
        continue;
      }
      for (const double way : ways_of(s)) s.joined += way;
    }
    coming.joined.push_back(segments[mine].joined);
  }
  return coming;
}

}  // namespace clientele
