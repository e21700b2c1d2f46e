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
struct Told {
  std::string_view metric, unit;
  std::optional<double> (*of)(const ChannelBooks&, Cohorts);
};

constexpr Told told[] = {
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
constexpr Told told_of_trials[] = {
    {"trials_ended", "people",
     [](const ChannelBooks& b, Cohorts these) { return std::optional(sum(b.trials_ended, these)); }},
    {"converted", "people",
     [](const ChannelBooks& b, Cohorts these) { return std::optional(sum(b.converted, these)); }},
    {"conversion_rate", "share of trials that ended",
     [](const ChannelBooks& b, Cohorts these) {
       return ratio(sum(b.converted, these), sum(b.trials_ended, these));
     }},
};

std::optional<Estimate> over(const std::vector<ChannelBooks>& replications, const Told& what, Cohorts these) {
  std::vector<double> values;
  for (const ChannelBooks& b : replications) {
    const auto value = what.of(b, these);
    if (!value) return std::nullopt;
    values.push_back(*value);
  }
  // What an equation gives is the same in all replications: it has no error, not even of rounding.
  if (std::equal(values.begin() + 1, values.end(), values.begin())) values.resize(1);
  return estimate_of(values);
}

std::vector<ChannelBooks> books_by_replication(const Books& books, const Outcome& outcome, int scenario,
                                               int channel) {
  std::vector<ChannelBooks> replications;
  for (const auto& replication : outcome)
    replications.push_back(books_of(books, scenario, replication[scenario], channel));
  return replications;
}

/// Calls `add` with each period, and first with all of them together.
template <class F>
void for_spans(int periods, F add) {
  add("all", Cohorts{1, periods});
  for (int period = 1; period <= periods; ++period) add(std::to_string(period), Cohorts{period, period});
}

/// Newcomers of no channel.
std::vector<double> others(const Books& books, const Outcome& outcome, int scenario, Cohorts these) {
  std::vector<double> people;
  for (const auto& replication : outcome) {
    double all = 0;
    for (std::size_t s = 0; s < books.plan.population.size(); ++s) {
      const Tally& tally = replication[scenario][s].tally;
      std::int64_t count = 0;
      for (int t = these.from; t <= these.to; ++t) {
        count += tally.arrived(t);
        for (int c = 0; c < tally.channels(); ++c) count -= tally.newcomers(c, t);
      }
      all += books.plan.population[s].weight * static_cast<double>(count);
    }
    people.push_back(all);
  }
  return people;
}

}  // namespace

void tabulate_channels(const Books& books, const Outcome& outcome, int scenario, const Scenario& what,
                       Results& results) {
  const auto& channels = what.world.channels;
  if (channels.empty()) return;
  const SegmentTables& tables = tables_in(books, scenario, outcome.front()[scenario]);
  for (std::size_t c = 0; c < channels.size(); ++c) {
    const auto replications = books_by_replication(books, outcome, scenario, static_cast<int>(c));
    for_spans(tables.view.periods, [&](const std::string& period, Cohorts these) {
      const auto add = [&](const Told& one) {
        results.channels.push_back({what.name, channels[c].name, books.brands[tables.channel_brand[c]],
                                    period, std::string(one.metric), std::string(one.unit),
                                    over(replications, one, these)});
      };
      for (const Told& one : told) add(one);
      if (!channels[c].is.trial) return;
      for (const Told& one : told_of_trials) add(one);
    });
  }
  for_spans(tables.view.periods, [&](const std::string& period, Cohorts these) {
    results.channels.push_back({what.name, "none", "", period, "newcomers", "people",
                                estimate_of(others(books, outcome, scenario, these))});
  });
}

std::vector<ChannelHeadline> channels_of_ours(const Books& books, const Outcome& outcome, int scenario,
                                              const Scenario& what) {
  std::vector<ChannelHeadline> ours;
  const SegmentTables& tables = tables_in(books, scenario, outcome.front()[scenario]);
  for (std::size_t c = 0; c < what.world.channels.size(); ++c) {
    if (tables.channel_brand[c] != 0) continue;
    const auto replications = books_by_replication(books, outcome, scenario, static_cast<int>(c));
    const auto of = [&](int which) { return over(replications, told[which], {1, tables.view.periods}); };
    ours.push_back({.channel = what.world.channels[c].name,
                    .newcomers = of(0),
                    .cost = of(2),
                    .marginal_cost = of(3),
                    .clv = of(4),
                    .clv_to_cost = of(5),
                    .payback = of(6)});
  }
  return ours;
}

}  // namespace clientele
