// SPDX-License-Identifier: MIT
#include "sim/study/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "sim/statistics/variance_split.hpp"
#include "sim/study/equity.hpp"

namespace clientele {

namespace {

std::optional<SpreadParts> spread_of(const Samples& samples, const Samples::Pick& pick) {
  if (samples.other_people.empty()) return std::nullopt;
  std::vector<double> first;  // replication of each draw: others would even out what is to be split
  for (std::size_t i = 0; i < samples.main.size(); i += static_cast<std::size_t>(samples.replications))
    first.push_back(pick(samples.main[i]));
  std::vector<Triple> triples;
  for (std::size_t r = 0; r < samples.other_people.size(); ++r)
    triples.push_back({first[r], pick(samples.same_people[r]), pick(samples.other_people[r])});
  const auto split = split_variance(first, triples, 1 - samples.surplus_share);
  if (!split) return std::nullopt;
  return SpreadParts{split->assumptions, split->mix, split->chance};
}

/// How many times as many replications would be needed if each scenario had luck of its own; from how samples
/// of one draw differ.
std::optional<double> pairing_of(const Samples& samples, const Samples::Pick& before,
                                 const Samples::Pick& after) {
  const Samples::Pick apart = [&](const Findings& sample) { return after(sample) - before(sample); };
  const double gain = gain_of_pairing(samples.within(before), samples.within(after), samples.within(apart));
  return std::isfinite(gain) ? std::optional(gain) : std::nullopt;
}

/// The first period from whose end on the mean discounted gain has come up to all that is invested.
std::optional<int> payback_of(const Samples& samples, int scenario, const Scenario& what) {
  if (what.investments.empty()) return std::nullopt;
  const auto periods = samples.main.front().focal[0].value_by_period.size();
  double gained = 0;
  const double invested =
      samples.estimate([=](const Findings& sample) { return sample.focal[scenario].investment; })->mean;
  std::optional<int> since;
  for (std::size_t t = 0; t < periods; ++t) {
    for (const Findings& sample : samples.main)
      gained += (sample.focal[scenario].value_by_period[t] - sample.focal[0].value_by_period[t]) /
                static_cast<double>(samples.main.size());
    if (gained < invested)
      since.reset();
    else if (!since)
      since = static_cast<int>(t);
  }
  return since;
}

/// The verdict on doing nothing, first, and on each scenario.
Verdict verdict_of(const Samples& samples, int scenarios) {
  std::vector<Gains> gains = {{std::vector<double>(static_cast<std::size_t>(samples.draws), 0.0), 0}};
  for (int s = 1; s < scenarios; ++s)
    gains.push_back({samples.by_draw(net_gain_of(s).expected), samples.surplus(net_gain_of(s))});
  return verdict_on(gains);
}

/// Rows of the summary that are of our brand, or the market, as a whole: their places in the table.
std::vector<std::size_t> rows_of(const Told<SummaryRow>& summary, const std::string& scenario,
                                 const std::string& focal) {
  std::vector<std::size_t> rows;
  for (std::size_t i = 0; i < summary.rows.size(); ++i) {
    const SummaryRow& row = summary.rows[i];
    if (row.scenario == scenario && row.segment == "all" && row.brand == focal) rows.push_back(i);
  }
  return rows;
}

Samples::Quantity summary_in(std::size_t row) {
  return {.expected = [=](const Findings& sample) { return sample.summary_expected[row]; },
          .realised = [=](const Findings& sample) { return sample.summary.values[row]; }};
}

ComparisonRow row_of(const Samples& samples, std::string metric, std::string unit,
                     const Samples::Quantity& before, const Samples::Quantity& after) {
  const Samples::Quantity apart = difference(after, before);
  ComparisonRow row{.metric = std::move(metric), .unit = std::move(unit)};
  row.baseline = samples.estimate(before);
  row.value = samples.estimate(after);
  row.difference = samples.estimate(apart);
  if (row.difference && samples.draws > 1)
    row.higher = probability_above_zero({samples.by_draw(apart.expected), samples.surplus(apart)});
  row.pairing_gain = pairing_of(samples, before.expected, after.expected);
  return row;
}

void add_rows(const Samples& samples, int scenario, const Scenario& what, const Scenario& baseline,
              Results& results) {
  const Headline& headline = results.headlines[static_cast<std::size_t>(scenario)];
  const auto add = [&](ComparisonRow row) {
    row.scenario = what.name;
    results.comparison.push_back(std::move(row));
  };
  const Samples::Pick nothing = [](const Findings&) { return 0.0; };
  ComparisonRow net = row_of(samples, "net_value", "currency", {nothing, nothing}, net_gain_of(scenario));
  net.odds = headline.against->odds;
  net.payback = headline.against->payback;
  net.pairing_gain.reset();
  add(std::move(net));
  const auto& summary = samples.main.front().summary;
  const auto before = rows_of(summary, baseline.name, results.focal),
             after = rows_of(summary, what.name, results.focal);
  for (std::size_t i = 0; i < before.size(); ++i)
    add(row_of(samples, summary.rows[before[i]].metric, summary.rows[before[i]].unit, summary_in(before[i]),
               summary_in(after[i])));
}

void add_spread(const std::string& scenario, const std::string& of, const std::optional<SpreadParts>& parts,
                Results& results) {
  if (!parts) return;
  const auto add = [&](const char* part, const Measured& share) {
    results.equity.push_back({scenario, of, part, "share of variance", share.value, share.mc_error});
  };
  add("assumptions", parts->assumptions);
  add("customer mix", parts->mix);
  add("chance", parts->chance);
}

/// What an assumption is called: its path, and how it is written where scenarios write it in different ways.
std::string name_of(const Assumption& one, const std::vector<Assumption>& all) {
  const auto same_path = [&](const Assumption& other) { return other.path == one.path; };
  return std::count_if(all.begin(), all.end(), same_path) == 1 ? one.path : one.path + ": " + one.written;
}

void tell_unknowns(const Samples& samples, Results& results) {
  const Unknowns& unknowns = samples.unknowns;
  const auto add = [&](const std::string& path, auto value) {
    Unknown& one = results.unknowns.emplace_back(Unknown{path, {}});
    for (const Drawn& drawn : samples.drawn) one.by_draw.push_back(value(drawn));
  };
  for (std::size_t k = 0; k < unknowns.assumptions.size(); ++k)
    add(name_of(unknowns.assumptions[k], unknowns.assumptions),
        [k](const Drawn& drawn) { return drawn.values[k]; });
  if (unknowns.joint)
    for (std::size_t c = 0; c < unknowns.joint->paths.size(); ++c)
      add(unknowns.joint->paths[c], [&](const Drawn& drawn) { return unknowns.joint->rows[*drawn.row][c]; });
  for (std::size_t e = 0; e < unknowns.events.size(); ++e)
    add("luck of " + unknowns.events[e], [e](const Drawn& drawn) { return drawn.luck[e]; });
}

}  // namespace

void compare(const Samples& samples, const std::vector<Scenario>& scenarios, Results& results) {
  const int count = static_cast<int>(scenarios.size());
  for (int s = 0; s < count; ++s) {
    Headline& headline = results.headlines[static_cast<std::size_t>(s)];
    headline.spread = spread_of(samples, equity_of(s).realised);
    add_spread(headline.scenario, "spread of customer equity", headline.spread, results);
    if (s == 0) continue;
    headline.against->spread = spread_of(samples, gain_of(s).realised);
    headline.against->net = *samples.estimate(net_gain_of(s));
    headline.against->payback = payback_of(samples, s, scenarios[static_cast<std::size_t>(s)]);
    headline.against->pairing_gain = pairing_of(samples, equity_of(0).expected, equity_of(s).expected);
    add_spread(headline.scenario, "spread of the difference", headline.against->spread, results);
  }
  if (samples.draws > 1 && count > 1) {
    const Verdict verdict = verdict_of(samples, count);
    results.staying = verdict.options.front();
    results.perfect_information = verdict.perfect_information;
    for (int s = 1; s < count; ++s)
      results.headlines[static_cast<std::size_t>(s)].against->odds =
          verdict.options[static_cast<std::size_t>(s)];
  }
  for (int s = 1; s < count; ++s)
    add_rows(samples, s, scenarios[static_cast<std::size_t>(s)], scenarios.front(), results);
  double most = 0;
  for (std::size_t s = 1; s < results.headlines.size(); ++s)
    if (results.headlines[s].against->net.mean > most)
      results.best = s, most = results.headlines[s].against->net.mean;
  tell_unknowns(samples, results);
}

}  // namespace clientele
