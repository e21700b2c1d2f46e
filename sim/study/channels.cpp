// SPDX-License-Identifier: MIT
#include "sim/study/channels.hpp"

#include <algorithm>

namespace clientele {

namespace {

/// What became of one channel in one replication, for all people of the market. Cohorts are newcomers of one
/// period; those whose window goes beyond the horizon count as people but not in what newcomers are worth.
struct ChannelBooks {
  std::vector<double> newcomers, trials_ended, converted, spend, gain, discount;  ///< [period]
  std::vector<std::vector<double>> value;  ///< [period they came][periods since], discounted
  int window = 0;
  bool priced = false;

  int periods() const { return static_cast<int>(newcomers.size()) - 1; }
  bool is_whole(int came) const { return came + window - 1 <= periods(); }
};

const SegmentTables& tables_in(const Books& books, int scenario,
                               const std::vector<SegmentOutcome>& replication) {
  return *books.plan.scenarios[scenario].courses[replication.front().course].front();
}

ChannelBooks books_of(const Books& books, int scenario, const std::vector<SegmentOutcome>& replication,
                      int channel) {
  const SegmentTables& tables = tables_in(books, scenario, replication);
  const std::size_t channels = tables.channel_brand.size();
  ChannelBooks b{.newcomers = {},
                 .trials_ended = {},
                 .converted = {},
                 .spend = {},
                 .gain = {},
                 .discount = tables.discount,
                 .value = {}};
  b.window = tables.view.window;
  b.priced = tables.priced[tables.channel_brand[channel]];
  for (int period = 0; period <= tables.view.periods; ++period) {
    b.spend.push_back(tables.channel_spend[period * channels + channel]);
    b.gain.push_back(tables.channel_gain[period * channels + channel]);
    double people = 0, ended = 0, converted = 0;
    std::vector<double> value(b.window);
    for (std::size_t s = 0; s < replication.size(); ++s) {
      const Tally& tally = replication[s].tally;
      const double weight = books.plan.population[s].weight;
      people += weight * static_cast<double>(tally.newcomers(channel, period));
      ended += weight * static_cast<double>(tally.trials_ended(channel, period));
      converted += weight * static_cast<double>(tally.converted(channel, period));
      for (int since = 0; since < b.window; ++since)
        value[since] += weight * books.scales.money.to_double(tally.channel_value(channel, period, since));
    }
    b.newcomers.push_back(people);
    b.trials_ended.push_back(ended);
    b.converted.push_back(converted);
    b.value.push_back(std::move(value));
  }
  return b;
}

/// Cohorts from one period to another.
struct Cohorts {
  int from, to;
};

std::optional<double> average_cost(const ChannelBooks& b, Cohorts these) {
  double spent = 0, people = 0;
  for (int t = these.from; t <= these.to; ++t) spent += b.spend[t], people += b.newcomers[t];
  return spent > 0 ? ratio(spent, people) : std::nullopt;
}

/// What the next newcomer would cost, by the equation of the channel. Of several periods: if all their
/// spending grew in proportion.
std::optional<double> marginal_cost(const ChannelBooks& b, Cohorts these) {
  if (these.from == these.to) return ratio(1, b.gain[these.from]);
  double spent = 0, gained = 0;
  for (int t = these.from; t <= these.to; ++t) spent += b.spend[t], gained += b.spend[t] * b.gain[t];
  return ratio(spent, gained);
}

/// What newcomers bring within their window, each, discounted to the period in which they came.
std::optional<double> lifetime_value(const ChannelBooks& b, Cohorts these) {
  double value = 0, people = 0;
  for (int t = these.from; t <= these.to; ++t) {
    if (!b.is_whole(t)) continue;
    people += b.newcomers[t];
    for (const double v : b.value[t]) value += v / b.discount[t];
  }
  return b.priced ? ratio(value, people) : std::nullopt;
}

std::optional<double> value_to_cost(const ChannelBooks& b, Cohorts these) {
  const auto value = lifetime_value(b, these), cost = average_cost(b, these);
  return value && cost ? std::optional(*value / *cost) : std::nullopt;
}

/// Periods after which what newcomers bring, not discounted, has come up to what they cost on average; within
/// a period in proportion. None where it does not within the window.
std::optional<double> payback(const ChannelBooks& b, Cohorts these) {
  const auto cost = average_cost(b, these);
  double people = 0;
  for (int t = these.from; t <= these.to; ++t)
    if (b.is_whole(t)) people += b.newcomers[t];
  if (!b.priced || !cost || !(people > 0)) return std::nullopt;
  double left = *cost;
  for (int since = 0; since < b.window; ++since) {
    double brought = 0;
    for (int t = these.from; t <= these.to; ++t)
      if (b.is_whole(t)) brought += b.value[t][since] / b.discount[t + since] / people;
    if (brought >= left) return since + left / brought;
    left -= brought;
  }
  return std::nullopt;
}

double sum(const std::vector<double>& by_period, Cohorts these) {
  double all = 0;
  for (int t = these.from; t <= these.to; ++t) all += by_period[t];
  return all;
}

/// What channels.csv tells of a channel in a period or several.
struct TellChannel {
  std::string_view metric, unit;
  std::optional<double> (*of)(const ChannelBooks&, Cohorts);
};

constexpr TellChannel told[] = {
    {"newcomers", "people",
     [](const ChannelBooks& b, Cohorts these) {
       double people = 0;
       for (int t = these.from; t <= these.to; ++t) people += b.newcomers[t];
       return std::optional(people);
     }},
    {"spend", "currency",
     [](const ChannelBooks& b, Cohorts these) {
       double spent = 0;
       for (int t = these.from; t <= these.to; ++t) spent += b.spend[t];
       return std::optional(spent);
     }},
    {"acquisition_cost", "currency per newcomer", average_cost},
    {"marginal_acquisition_cost", "currency per newcomer", marginal_cost},
    {"clv", "currency per newcomer", lifetime_value},
    {"clv_to_acquisition_cost", "ratio", value_to_cost},
    {"payback", "periods", payback},
};

/// And of one with a free trial.
constexpr TellChannel told_of_trials[] = {
    {"trials_ended", "people",
     [](const ChannelBooks& b, Cohorts these) { return std::optional(sum(b.trials_ended, these)); }},
    {"converted", "people",
     [](const ChannelBooks& b, Cohorts these) { return std::optional(sum(b.converted, these)); }},
    {"conversion_rate", "share of trials that ended",
     [](const ChannelBooks& b, Cohorts these) {
       return ratio(sum(b.converted, these), sum(b.trials_ended, these));
     }},
};

/// Calls `add` with each period, and first with all of them together.
template <class F>
void for_spans(int periods, F add) {
  add("all", Cohorts{1, periods});
  for (int period = 1; period <= periods; ++period) add(std::to_string(period), Cohorts{period, period});
}

/// Newcomers of no channel.
double others(const Sample& sample, Cohorts these) {
  double people = 0;
  for (std::size_t s = 0; s < sample.books.plan.population.size(); ++s) {
    const Tally& tally = sample.segments[s].tally;
    std::int64_t count = 0;
    for (int t = these.from; t <= these.to; ++t) {
      count += tally.arrived(t);
      for (int c = 0; c < tally.channels(); ++c) count -= tally.newcomers(c, t);
    }
    people += sample.books.plan.population[s].weight * static_cast<double>(count);
  }
  return people;
}

}  // namespace

void tabulate_channels(const Sample& sample, Findings& findings) {
  const auto& channels = sample.what.world.channels;
  if (channels.empty()) return;
  const SegmentTables& tables = tables_in(sample.books, sample.scenario, sample.segments);
  for (std::size_t c = 0; c < channels.size(); ++c) {
    const ChannelBooks books = books_of(sample.books, sample.scenario, sample.segments, static_cast<int>(c));
    for_spans(tables.view.periods, [&](const std::string& period, Cohorts these) {
      const auto add = [&](const TellChannel& one) {
        findings.add(
            &Findings::channels,
            [&] {
              return ChannelRow{sample.what.name,
                                channels[c].name,
                                sample.books.brands[tables.channel_brand[c]],
                                period,
                                std::string(one.metric),
                                std::string(one.unit),
                                {}};
            },
            one.of(books, these));
      };
      for (const TellChannel& one : told) add(one);
      if (!channels[c].is.trial) return;
      for (const TellChannel& one : told_of_trials) add(one);
    });
  }
  for_spans(tables.view.periods, [&](const std::string& period, Cohorts these) {
    findings.add(
        &Findings::channels,
        [&] { return ChannelRow{sample.what.name, "none", "", period, "newcomers", "people", {}}; },
        others(sample, these));
  });
}

std::vector<ChannelHeadline> channels_of_ours(const std::vector<ChannelRow>& rows, const Scenario& what) {
  std::vector<ChannelHeadline> ours;
  for (const auto& channel : what.world.channels) {
    const auto of = [&](std::string_view metric) -> std::optional<Estimate> {
      for (const auto& row : rows)
        if (row.scenario == what.name && row.channel == channel.name && row.period == "all" &&
            row.brand == what.world.market.focal && row.metric == metric)
          return row.estimate;
      return std::nullopt;
    };
    if (!of("newcomers")) continue;
    ours.push_back({.channel = channel.name,
                    .newcomers = of("newcomers"),
                    .cost = of("acquisition_cost"),
                    .marginal_cost = of("marginal_acquisition_cost"),
                    .clv = of("clv"),
                    .clv_to_cost = of("clv_to_acquisition_cost"),
                    .payback = of("payback")});
  }
  return ours;
}

}  // namespace clientele
