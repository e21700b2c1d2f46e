// SPDX-License-Identifier: MIT
#include "sim/study/headline.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "models/value/simple_formula.hpp"
#include "sim/study/channels.hpp"

namespace clientele {

namespace {

constexpr int ours = 0;  // the engine puts the focal brand first

/// What one replication of one scenario comes to, for us.
struct Run {
  Totals total;
  Spread existing{{}};
};

std::vector<Run> runs_of(const Books& books, const Outcome& outcome, int scenario) {
  std::vector<Run> runs;
  for (const auto& replication : outcome) {
    Run run{.total = over_horizon(totals_by_period(books, scenario, replication[scenario], -1, ours)),
            .existing = values_of_existing(books, replication[scenario], -1)};
    runs.push_back(std::move(run));
  }
  return runs;
}

Estimate over(const std::vector<Run>& runs, const std::function<double(const Run&)>& of) {
  std::vector<double> values;
  for (const Run& run : runs) values.push_back(of(run));
  return estimate_of(values);
}

double or_zero(std::optional<double> value) { return value.value_or(0); }

/// Where nobody is lost a customer stays for the horizon.
std::optional<SimpleFormula> simple_formula(const std::vector<Run>& runs, double horizon) {
  Totals all;
  for (const Run& run : runs) {
    all += run.total;
    all.priced = run.total.priced;
  }
  const double lost = all.customer_periods - all.retained;
  if (!all.priced || all.purchases <= 0 || all.customer_periods <= 0 || all.revenue <= 0) return std::nullopt;
  SimpleFormula f{.spend = all.revenue / all.purchases,
                  .purchases = all.purchases / all.customer_periods,
                  .margin = (all.contribution + all.advertising + all.channel_spend) / all.revenue,
                  .lifetime = lost > 0 ? all.customer_periods / lost : horizon};
  f.value = simple_lifetime_value(f.spend, f.purchases, f.margin, f.lifetime);
  return f;
}

Against compare(const std::vector<Run>& baseline, const std::vector<Run>& runs, double investment) {
  std::vector<double> equity, customers;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    equity.push_back(runs[r].total.value - baseline[r].total.value);
    customers.push_back(runs[r].total.customers_at_end - baseline[r].total.customers_at_end);
  }
  const Estimate difference = estimate_of(equity), people = estimate_of(customers);
  const double margin = mean_margin(difference, equity.size(), 0.9);
  Against against{
      .difference = difference, .low = difference.mean - margin, .high = difference.mean + margin};
  against.investment = investment;
  against.net_value = difference.mean - investment;
  if (investment > 0) against.return_on_investment = difference.mean / investment - 1;
  against.customers_end = people.mean;
  against.customers_end_error = people.mc_error;
  return against;
}

/// The other brands of our owner, and what each takes from the owner's brands.
std::vector<Sibling> siblings_of_ours(const Books& books, const Outcome& outcome, int scenario) {
  std::vector<Sibling> siblings;
  for (const int brand : books.plan.scenarios[scenario].courses.front().front()->siblings[ours]) {
    std::vector<double> shares;
    for (const auto& replication : outcome) {
      Totals t;
      add_switches(books, scenario, replication[scenario], -1, brand, t);
      if (const auto share = ratio(t.come_from_owner, t.come)) shares.push_back(*share);
    }
    siblings.push_back({books.brands[brand],
                        shares.size() == outcome.size() ? std::optional(estimate_of(shares)) : std::nullopt});
  }
  return siblings;
}

}  // namespace

Headline headline_of(const Books& books, const Outcome& outcome, int scenario, const Scenario& what) {
  const auto runs = runs_of(books, outcome, scenario);
  Headline h{.scenario = what.name};
  h.equity = over(runs, [](const Run& r) { return r.total.value; });
  h.equity_today = over(runs, [](const Run& r) { return r.total.existing_value; });
  h.equity_future = over(runs, [](const Run& r) {
    return r.total.value + r.total.advertising_today + r.total.channel_spend_today - r.total.existing_value;
  });
  h.channel_spend = over(runs, [](const Run& r) { return r.total.channel_spend_today; });
  h.advertising = over(runs, [](const Run& r) { return r.total.advertising_today; });
  h.customers_today = over(runs, [](const Run& r) { return r.total.customers_at_start; });
  h.customers_end = over(runs, [](const Run& r) { return r.total.customers_at_end; });
  h.share =
      over(runs, [](const Run& r) { return or_zero(ratio(r.total.purchases, r.total.market_purchases)); });
  h.retention =
      over(runs, [](const Run& r) { return or_zero(ratio(r.total.retained, r.total.customer_periods)); });
  if (std::none_of(runs.begin(), runs.end(), [](const Run& r) { return r.existing.empty(); })) {
    h.clv = over(runs, [](const Run& r) { return r.existing.mean(); });
    h.clv_p25 = over(runs, [](const Run& r) { return r.existing.quantile(0.25); });
    h.clv_p50 = over(runs, [](const Run& r) { return r.existing.quantile(0.50); });
    h.clv_p75 = over(runs, [](const Run& r) { return r.existing.quantile(0.75); });
    h.best_fifth =
        over(runs, [](const Run& r) { return r.existing.mean() > 0 ? r.existing.share_between(0.8, 1) : 0; });
  }
  h.simple = simple_formula(runs, std::round(what.world.market.horizon.value));
  h.siblings = siblings_of_ours(books, outcome, scenario);
  h.channels = channels_of_ours(books, outcome, scenario, what);
  if (runs.front().total.owned) h.owner_equity = over(runs, [](const Run& r) { return r.total.owner_value; });
  if (scenario > 0) h.against = compare(runs_of(books, outcome, 0), runs, investment_today(what));
  return h;
}

double part_beyond_horizon(const Books& books, const Outcome& outcome, int scenario, int periods_in_a_year) {
  std::vector<double> value;
  for (const auto& replication : outcome) {
    const auto periods = totals_by_period(books, scenario, replication[scenario], -1, ours);
    value.resize(periods.size());
    for (std::size_t t = 0; t < periods.size(); ++t) value[t] += periods[t].value;
  }
  double within = 0;
  for (const double v : value) within += v;
  const int last = static_cast<int>(value.size()) - 1,
            span = std::min(std::max(periods_in_a_year, 1), last - 1);
  if (within <= 0 || span < 1 || value[last] <= 0 || value[last - span] <= 0) return 0;
  const double x = std::pow(value[last] / value[last - span], 1.0 / span);
  if (x >= 1) return 1;
  const double beyond = value[last] * x / (1 - x);
  return beyond / (within + beyond);
}

}  // namespace clientele
