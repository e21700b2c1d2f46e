// SPDX-License-Identifier: MIT
#include "sim/study/tabulate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "sim/study/cash.hpp"
#include "sim/study/channels.hpp"
#include "sim/study/churn.hpp"
#include "sim/study/metrics.hpp"
#include "sim/study/profile.hpp"

namespace clientele {

namespace {

std::string segment_name(const Books& books, int segment) {
  return segment < 0 ? "all" : books.plan.population[segment].name;
}

/// −1 for all, then each segment if there are several.
std::vector<int> selections(const Books& books) {
  std::vector<int> which = {-1};
  if (books.plan.population.size() > 1)
    for (int s = 0; s < static_cast<int>(books.plan.population.size()); ++s) which.push_back(s);
  return which;
}

/// What a metric that a brand does not have belongs to.
std::string whose(const Metric& metric, const Books& books, int brand) {
  return metric.of == Metric::Of::market ? "market" : books.brands[brand];
}

void tabulate_periods(const Sample& sample, int brand, const Metric& metric,
                      const std::vector<Totals>& periods, Findings& findings) {
  const bool today_counts = periods.front().market_purchases > 0 || metric.adds == Metric::Adds::stock;
  for (std::size_t period = today_counts ? 0 : 1; period < periods.size(); ++period)
    findings.add(
        &Findings::by_period,
        [&] {
          return PeriodRow{sample.what.name,         whose(metric, sample.books, brand),
                           static_cast<int>(period), std::string(metric.name),
                           std::string(metric.unit), {}};
        },
        metric.from(periods[period]));
}

void tabulate_metrics(const Sample& sample, Findings& findings) {
  const Books& books = sample.books;
  for (int brand = 0; brand < static_cast<int>(books.brands.size()); ++brand)
    for (const int segment : selections(books)) {
      const auto periods = totals_by_period(books, sample.scenario, sample.segments, segment, brand);
      Totals horizon = over_horizon(periods);
      add_switches(books, sample.scenario, sample.segments, segment, brand, horizon);
      Totals expected = horizon;
      expected.take_out_luck();
      for (const Metric& metric : all_metrics()) {
        if (metric.of == Metric::Of::market && brand > 0) continue;
        findings.summary_expected.push_back(metric.from(expected).value_or(not_known));
        findings.add(
            &Findings::summary,
            [&] {
              return SummaryRow{
                  sample.what.name,         whose(metric, books, brand), segment_name(books, segment),
                  std::string(metric.name), std::string(metric.unit),    {}};
            },
            metric.from(horizon));
        if (segment < 0) tabulate_periods(sample, brand, metric, periods, findings);
      }
    }
}

/// A measure of a distribution across customers, and how it is found.
struct Measure {
  std::string name, unit;
  std::function<double(const Spread&)> of;
};

std::vector<Measure> measures() {
  std::vector<Measure> all;
  for (const int per_mille :
       {5, 10, 25, 50, 100, 200, 250, 300, 400, 500, 600, 700, 750, 800, 900, 950, 975, 990, 995})
    all.push_back({fmt::format("q{:03}", per_mille), "currency",
                   [=](const Spread& s) { return s.quantile(per_mille / 1000.0); }});
  all.push_back({"mean", "currency", [](const Spread& s) { return s.mean(); }});
  all.push_back({"sd", "currency", [](const Spread& s) { return s.sd(); }});
  all.push_back({"worst_5pct", "currency", [](const Spread& s) { return s.mean_between(0, 0.05); }});
  for (int decile = 1; decile <= 10; ++decile) {  // the first is the best tenth
    const double high = (11 - decile) / 10.0, low = (10 - decile) / 10.0;
    all.push_back({fmt::format("decile_{:02}_mean", decile), "currency",
                   [=](const Spread& s) { return s.mean_between(low, high); }});
    all.push_back({fmt::format("decile_{:02}_share", decile), "share",
                   [=](const Spread& s) { return s.share_between(low, high); }});
  }
  return all;
}

void tabulate_values(const Sample& sample, Findings& findings) {
  static const auto all = measures();
  for (const int segment : selections(sample.books))
    for (const bool existing : {true, false}) {
      const Spread spread = existing ? values_of_existing(sample.books, sample.segments, segment)
                                     : values_of_new(sample.books, sample.scenario, sample.segments, segment);
      for (const Measure& measure : all)
        findings.add(
            &Findings::clv,
            [&] {
              return ClvRow{sample.what.name,
                            segment_name(sample.books, segment),
                            existing ? "existing" : "new",
                            measure.name,
                            measure.unit,
                            {}};
            },
            spread.empty() ? std::nullopt : std::optional(measure.of(spread)));
    }
}

void tabulate_switching(const Sample& sample, Findings& findings) {
  const Books& books = sample.books;
  const int brands = static_cast<int>(books.brands.size());
  for (int from = 0; from < brands; ++from) {
    std::vector<double> switches(static_cast<std::size_t>(brands));
    double all = 0;
    for (std::size_t s = 0; s < books.plan.population.size(); ++s)
      for (int to = 0; to < brands; ++to) {
        const double these = books.plan.population[s].weight *
                             static_cast<double>(sample.segments[s].tally.switches(from, to));
        all += these;
        switches[static_cast<std::size_t>(to)] += these;
      }
    for (int to = 0; to < brands; ++to)
      findings.add(
          &Findings::switching,
          [&] {
            return SwitchingRow{sample.what.name, books.brands[from], books.brands[to], {}};
          },
          ratio(switches[static_cast<std::size_t>(to)], all));
  }
}

/// What people are worth to us by the brand they bought last today.
void tabulate_by_last_brand(const Sample& sample, Findings& findings) {
  const Books& books = sample.books;
  const int brands = static_cast<int>(books.brands.size());
  for (const int segment : selections(books))
    for (int start = 0; start <= brands; ++start) {  // the last: who buys nothing yet
      const auto about = [&] {
        LastBrandRow row;
        row.scenario = sample.what.name;
        row.segment = segment_name(books, segment);
        row.last_brand = start < brands ? books.brands[start] : "none";
        return row;
      };
      const StartWorth worth = worth_by_start(books, sample.segments, segment, start);
      findings.add(&Findings::people_by_last_brand, about, worth.people);
      findings.add(&Findings::value_each_by_last_brand, about, ratio(worth.value, worth.people));
      findings.add(&Findings::value_by_last_brand, about, worth.value);
    }
}

/// How many people bought from us how often.
void tabulate_counts(const Sample& sample, Findings& findings) {
  constexpr int last = 50;  // and more
  std::vector<double> people(last + 1);
  for (std::size_t s = 0; s < sample.books.plan.population.size(); ++s)
    for (const Life& life : sample.segments[s].lives)
      people[static_cast<std::size_t>(std::min(life.purchases, last))] +=
          sample.books.plan.population[s].weight;
  for (int k = 0; k <= last; ++k)
    findings.add(
        &Findings::counts,
        [&] {
          return CountRow{sample.what.name, fmt::format("{}{}", k, k == last ? "+" : ""), {}};
        },
        people[static_cast<std::size_t>(k)]);
}

}  // namespace

void tabulate(const Sample& sample, Findings& findings) {
  tabulate_metrics(sample, findings);
  tabulate_values(sample, findings);
  tabulate_switching(sample, findings);
  tabulate_churn(sample, findings);
  tabulate_by_last_brand(sample, findings);
  tabulate_counts(sample, findings);
  tabulate_profile(sample, findings);
  tabulate_cash(sample, findings);
  tabulate_channels(sample, findings);
}

}  // namespace clientele
