// SPDX-License-Identifier: MIT
#include "sim/study/tabulate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "sim/study/churn.hpp"
#include "sim/study/metrics.hpp"
#include "sim/study/profile.hpp"

namespace clientele {

namespace {

/// An estimate over replications; missing if it is missing in any.
std::optional<Estimate> over_replications(const std::vector<std::optional<double>>& values) {
  std::vector<double> known;
  for (const auto& value : values) {
    if (!value) return std::nullopt;
    known.push_back(*value);
  }
  return estimate_of(known);
}

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

void tabulate_metrics(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
                      Results& results) {
  for (int brand = 0; brand < static_cast<int>(books.brands.size()); ++brand)
    for (const int segment : selections(books)) {
      std::vector<std::vector<Totals>> replications;
      std::vector<Totals> horizons;
      for (const auto& replication : outcome) {
        replications.push_back(totals_by_period(books, scenario, replication[scenario], segment, brand));
        Totals& horizon = horizons.emplace_back(over_horizon(replications.back()));
        add_switches(books, scenario, replication[scenario], segment, brand, horizon);
      }
      for (const Metric& metric : all_metrics()) {
        if (metric.of == Metric::Of::market && brand > 0) continue;
        const std::string whose = metric.of == Metric::Of::market ? "market" : books.brands[brand];
        std::vector<std::optional<double>> values;
        for (const Totals& horizon : horizons) values.push_back(metric.from(horizon));
        results.summary.push_back({name, whose, segment_name(books, segment), std::string(metric.name),
                                   std::string(metric.unit), over_replications(values)});
        if (segment >= 0) continue;
        const bool today_counts =
            replications.front().front().market_purchases > 0 || metric.adds == Metric::Adds::stock;
        for (std::size_t period = today_counts ? 0 : 1; period < replications.front().size(); ++period) {
          values.clear();
          for (const auto& periods : replications) values.push_back(metric.from(periods[period]));
          results.by_period.push_back({name, whose, static_cast<int>(period), std::string(metric.name),
                                       std::string(metric.unit), over_replications(values)});
        }
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

void tabulate_values(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
                     Results& results) {
  for (const int segment : selections(books))
    for (const bool existing : {true, false}) {
      std::vector<Spread> spreads;
      bool all_known = true;
      for (const auto& replication : outcome) {
        spreads.push_back(existing ? values_of_existing(books, replication[scenario], segment)
                                   : values_of_new(books, scenario, replication[scenario], segment));
        all_known = all_known && !spreads.back().empty();
      }
      if (!all_known) continue;
      for (const Measure& measure : measures()) {
        std::vector<double> values;
        for (const Spread& spread : spreads) values.push_back(measure.of(spread));
        results.clv.push_back({name, segment_name(books, segment), existing ? "existing" : "new",
                               measure.name, measure.unit, estimate_of(values)});
      }
    }
}

void tabulate_switching(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
                        Results& results) {
  const int brands = static_cast<int>(books.brands.size());
  for (int from = 0; from < brands; ++from)
    for (int to = 0; to < brands; ++to) {
      std::vector<std::optional<double>> shares;
      for (const auto& replication : outcome) {
        double these = 0, all = 0;
        for (std::size_t s = 0; s < books.plan.population.size(); ++s)
          for (int j = 0; j < brands; ++j) {
            const double switches = books.plan.population[s].weight *
                                    static_cast<double>(replication[scenario][s].tally.switches(from, j));
            all += switches;
            if (j == to) these += switches;
          }
        shares.push_back(ratio(these, all));
      }
      results.switching.push_back({name, books.brands[from], books.brands[to], over_replications(shares)});
    }
}

/// What people are worth to us by the brand they bought last today.
void tabulate_by_last_brand(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
                            Results& results) {
  const int brands = static_cast<int>(books.brands.size());
  for (const int segment : selections(books))
    for (int start = 0; start <= brands; ++start) {  // the last: who buys nothing yet
      std::vector<double> people, value;
      std::vector<std::optional<double>> each;
      for (const auto& replication : outcome) {
        const StartWorth worth = worth_by_start(books, replication[scenario], segment, start);
        people.push_back(worth.people);
        value.push_back(worth.value);
        each.push_back(ratio(worth.value, worth.people));
      }
      if (estimate_of(people).mean == 0) continue;
      results.by_last_brand.push_back(
          {name, segment_name(books, segment), start < brands ? books.brands[start] : "none",
           estimate_of(people).mean, over_replications(each), estimate_of(value)});
    }
}

/// How many people bought from us how often.
void tabulate_counts(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
                     Results& results) {
  constexpr int last = 50;  // and more
  std::vector<std::vector<double>> people(last + 1, std::vector<double>(outcome.size()));
  int most = 0;
  for (std::size_t r = 0; r < outcome.size(); ++r)
    for (std::size_t s = 0; s < books.plan.population.size(); ++s)
      for (const Life& life : outcome[r][scenario][s].lives) {
        const int purchases = std::min(life.purchases, last);
        people[purchases][r] += books.plan.population[s].weight;
        most = std::max(most, purchases);
      }
  for (int k = 0; k <= most; ++k)
    results.counts.push_back({name, fmt::format("{}{}", k, k == last ? "+" : ""), estimate_of(people[k])});
}

}  // namespace

void tabulate(const Books& books, const Outcome& outcome, int scenario, const std::string& name,
              Results& results) {
  tabulate_metrics(books, outcome, scenario, name, results);
  tabulate_values(books, outcome, scenario, name, results);
  tabulate_switching(books, outcome, scenario, name, results);
  tabulate_churn(books, outcome, scenario, name, results);
  tabulate_by_last_brand(books, outcome, scenario, name, results);
  tabulate_counts(books, outcome, scenario, name, results);
  tabulate_profile(books, outcome, scenario, name, results);
}

}  // namespace clientele
