// SPDX-License-Identifier: MIT
#include "sim/study/channels.hpp"

#include <algorithm>
#include <span>

#include "models/arrival/acquisition.hpp"
#include "sim/scenario/advocacy_checks.hpp"

namespace clientele {

namespace {

/// What became of one channel in one replication, for all people of the market. Cohorts are those who came by
/// it in one period, newcomers and customers won from rivals; those whose window goes beyond the horizon
/// count as people but not in what these are worth.
struct ChannelBooks {
  std::vector<double> newcomers, trials_ended, converted, reached, won;  ///< [period] people
  std::vector<double> came;                                              ///< [period] newcomers and won
  std::vector<double> spend, gain, discount;                             ///< [period]
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
  ChannelBooks b;
  b.discount = tables.discount;
  b.window = tables.view.window;
  b.priced = tables.priced[tables.channel_brand[channel]];
  for (int period = 0; period <= tables.view.periods; ++period) {
    b.spend.push_back(tables.channel_spend[period * channels + channel]);
    b.gain.push_back(tables.channel_gain[period * channels + channel]);
    const auto counted = [&](std::int64_t (Tally::*of)(int, int) const) {
      double people = 0;
      for (std::size_t s = 0; s < replication.size(); ++s)
        people += books.plan.population[s].weight *
                  static_cast<double>((replication[s].tally.*of)(channel, period));
      return people;
    };
    b.newcomers.push_back(counted(&Tally::newcomers));
    b.trials_ended.push_back(counted(&Tally::trials_ended));
    b.converted.push_back(counted(&Tally::converted));
    b.reached.push_back(counted(&Tally::reached));
    b.won.push_back(counted(&Tally::won));
    b.came.push_back(b.newcomers.back() + b.won.back());
    std::vector<double> value(b.window);
    for (std::size_t s = 0; s < replication.size(); ++s)
      for (int since = 0; since < b.window; ++since)
        value[since] +=
            books.plan.population[s].weight *
            books.scales.money.to_double(replication[s].tally.channel_value(channel, period, since));
    b.value.push_back(std::move(value));
  }
  double reached = 0, won = 0;
  for (int period = 1; period <= b.periods(); ++period) reached += b.reached[period], won += b.won[period];
  for (int period = 1; period <= b.periods(); ++period)
    b.gain[period] += gained_by_offers(tables.channel_reach[period * channels + channel], won, reached);
  return b;
}

/// Cohorts from one period to another.
struct Cohorts {
  int from, to;
};

double sum(const std::vector<double>& by_period, Cohorts these) {
  double all = 0;
  for (int t = these.from; t <= these.to; ++t) all += by_period[t];
  return all;
}

std::optional<double> average_cost(const ChannelBooks& b, Cohorts these) {
  return average_acquisition_cost(sum(b.spend, these), sum(b.came, these));
}

std::optional<double> marginal_cost(const ChannelBooks& b, Cohorts these) {
  const auto of = [&](const std::vector<double>& by_period) {
    return std::span(by_period).subspan(these.from, these.to - these.from + 1);
  };
  return marginal_acquisition_cost(of(b.spend), of(b.gain));
}

/// Those who came and are seen for a whole window.
double seen(const ChannelBooks& b, Cohorts these) {
  double people = 0;
  for (int t = these.from; t <= these.to; ++t)
    if (b.is_whole(t)) people += b.came[t];
  return people;
}

/// What they bring within it, each, discounted to the period in which they came.
std::optional<double> lifetime_value(const ChannelBooks& b, Cohorts these) {
  double value = 0;
  for (int t = these.from; t <= these.to; ++t)
    if (b.is_whole(t))
      for (const double v : b.value[t]) value += v / b.discount[t];
  return b.priced ? ratio(value, seen(b, these)) : std::nullopt;
}

std::optional<double> value_for_cost(const ChannelBooks& b, Cohorts these) {
  return value_to_cost(lifetime_value(b, these), average_cost(b, these));
}

/// Periods after which what they bring, not discounted, has come up to what they cost on average.
std::optional<double> payback(const ChannelBooks& b, Cohorts these) {
  const auto cost = average_cost(b, these);
  const double people = seen(b, these);
  if (!b.priced || !cost || !(people > 0)) return std::nullopt;
  std::vector<double> brought(b.window);
  for (int since = 0; since < b.window; ++since)
    for (int t = these.from; t <= these.to; ++t)
      if (b.is_whole(t)) brought[since] += b.value[t][since] / b.discount[t + since] / people;
  return payback_time(*cost, brought);
}

/// What channels.csv tells of a channel in a period or several.
struct TellChannel {
  std::string_view metric, unit;
  std::optional<double> (*of)(const ChannelBooks&, Cohorts);
};

/// Those of a count by period.
template <std::vector<double> ChannelBooks::*of>
std::optional<double> total(const ChannelBooks& b, Cohorts these) {
  return sum(b.*of, these);
}

constexpr TellChannel told[] = {
    {"newcomers", "people", total<&ChannelBooks::newcomers>},
    {"spend", "currency", total<&ChannelBooks::spend>},
    {"acquisition_cost", "currency per newcomer", average_cost},
    {"marginal_acquisition_cost", "currency per newcomer", marginal_cost},
    {"clv", "currency per newcomer", lifetime_value},
    {"clv_to_acquisition_cost", "ratio", value_for_cost},
    {"payback", "periods", payback},
};

/// And of one with a free trial.
constexpr TellChannel told_of_trials[] = {
    {"trials_ended", "people", total<&ChannelBooks::trials_ended>},
    {"converted", "people", total<&ChannelBooks::converted>},
    {"conversion_rate", "share of trials that ended",
     [](const ChannelBooks& b, Cohorts these) {
       return ratio(sum(b.converted, these), sum(b.trials_ended, these));
     }},
};

/// And of one that reaches rivals' customers.
constexpr TellChannel told_of_offers[] = {
    {"rivals_reached", "people", total<&ChannelBooks::reached>},
    {"won_from_rivals", "people", total<&ChannelBooks::won>},
};

/// Calls `add` with each period, and first with all of them together.
template <class F>
void for_spans(int periods, F add) {
  add("all", Cohorts{1, periods});
  for (int period = 1; period <= periods; ++period) add(std::to_string(period), Cohorts{period, period});
}

/// Those who came by a recommendation.
double referred(const Sample& sample, Cohorts these) {
  double people = 0;
  for (std::size_t s = 0; s < sample.books.plan.population.size(); ++s) {
    const Tally& tally = sample.segments[s].tally;
    std::int64_t count = 0;
    for (int t = these.from; t <= these.to; ++t)
      for (int j = 0; j < tally.brands(); ++j) count += tally.of(Tally::referred, t, j);
    people += sample.books.plan.population[s].weight * static_cast<double>(count);
  }
  return people;
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
      if (channels[c].is.trial)
        for (const TellChannel& one : told_of_trials) add(one);
      if (channels[c].is.reaches_rivals())
        for (const TellChannel& one : told_of_offers) add(one);
    });
  }
  for_spans(tables.view.periods, [&](const std::string& period, Cohorts these) {
    findings.add(
        &Findings::channels,
        [&] { return ChannelRow{sample.what.name, "none", "", period, "newcomers", "people", {}}; },
        others(sample, these));
    if (anybody_talks(sample.what.world))
      findings.add(
          &Findings::channels,
          [&] { return ChannelRow{sample.what.name, "none", "", period, "referred", "people", {}}; },
          referred(sample, these));
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
                    .won = of("won_from_rivals"),
                    .cost = of("acquisition_cost"),
                    .marginal_cost = of("marginal_acquisition_cost"),
                    .clv = of("clv"),
                    .clv_to_cost = of("clv_to_acquisition_cost"),
                    .payback = of("payback")});
  }
  return ours;
}

}  // namespace clientele
