// SPDX-License-Identifier: MIT
#include "sim/study/headline.hpp"

#include <algorithm>
#include <cmath>

#include "models/value/simple_formula.hpp"
#include "sim/study/equity.hpp"

namespace clientele {

namespace {

/// What is told of our customers, as a number of a sample.
using Part = std::function<std::optional<double>(const FocalFindings&)>;

Samples::Pick of(int scenario, Part part) {
  return [=](const Findings& sample) { return part(sample.focal[scenario]).value_or(not_known); };
}

/// Of two scenarios with the same people and the same luck.
Samples::Pick difference(int scenario, const Part& part) {
  return [after = of(scenario, part), before = of(0, part)](const Findings& sample) {
    return after(sample) - before(sample);
  };
}

/// Where nobody is lost a customer stays for the horizon.
std::optional<SimpleFormula> simple_formula(const Samples& samples, int scenario, double horizon) {
  Totals all;
  for (const Findings& sample : samples.main) {
    all += sample.focal[scenario].total;
    all.priced = sample.focal[scenario].total.priced;
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

Against against_baseline(const Samples& samples, int scenario) {
  const Estimate equity = *samples.estimate(gain_of(scenario));
  const Estimate customers = *samples.estimate(
      difference(scenario, [](const FocalFindings& f) { return f.total.customers_at_end; }));
  const double margin = samples.margin(equity);
  Against against{.difference = equity, .low = equity.mean - margin, .high = equity.mean + margin};
  const double investment =
      samples.estimate(of(scenario, [](const FocalFindings& f) { return f.investment; }))->mean;
  against.investment = investment;
  against.net_value = equity.mean - investment;
  if (investment > 0) against.return_on_investment = equity.mean / investment - 1;
  against.customers_end = customers.mean;
  against.customers_end_error = customers.mc_error;
  return against;
}

/// The other brands of our owner, and what each takes from the owner's brands.
std::vector<Sibling> siblings_of_ours(const Samples& samples, int scenario) {
  std::vector<Sibling> siblings;
  for (const auto& [brand, share] : samples.main.front().focal[scenario].cannibalisation) {
    const std::size_t i = siblings.size();
    siblings.push_back({brand, samples.estimate(of(scenario, [i](const FocalFindings& f) {
                          return f.cannibalisation[i].second;
                        }))});
  }
  return siblings;
}

}  // namespace

Headline headline_of(const Samples& samples, int scenario, const Scenario& what) {
  const auto over = [&](Part part) { return samples.estimate(of(scenario, std::move(part))); };
  const auto or_zero = [&](Part part) { return over(std::move(part)).value_or(Estimate{}); };
  Headline h{.scenario = what.name};
  h.equity = *samples.estimate(equity_of(scenario));
  h.equity_today = *samples.estimate(equity_today_of(scenario));
  h.equity_future = *samples.estimate(equity_future_of(scenario));
  h.channel_spend = *over([](const FocalFindings& f) { return f.total.channel_spend_today; });
  h.advertising = *over([](const FocalFindings& f) { return f.total.advertising_today; });
  h.customers_today = *over([](const FocalFindings& f) { return f.total.customers_at_start; });
  h.customers_end = *over([](const FocalFindings& f) { return f.total.customers_at_end; });
  h.share = *over(
      [](const FocalFindings& f) { return ratio(f.total.purchases, f.total.market_purchases).value_or(0); });
  h.retention = *over(
      [](const FocalFindings& f) { return ratio(f.total.retained, f.total.customer_periods).value_or(0); });
  h.clv = or_zero([](const FocalFindings& f) { return f.clv; });
  h.clv_p25 = or_zero([](const FocalFindings& f) { return f.clv_p25; });
  h.clv_p50 = or_zero([](const FocalFindings& f) { return f.clv_p50; });
  h.clv_p75 = or_zero([](const FocalFindings& f) { return f.clv_p75; });
  h.best_fifth = or_zero([](const FocalFindings& f) { return f.best_fifth; });
  h.simple = simple_formula(samples, scenario, std::round(what.world.market.horizon.value));
  h.siblings = siblings_of_ours(samples, scenario);
  if (samples.main.front().focal[scenario].total.owned)
    h.owner_equity = over([](const FocalFindings& f) { return f.total.owner_value; });
  if (scenario > 0) h.against = against_baseline(samples, scenario);
  return h;
}

double part_beyond_horizon(const Samples& samples, int scenario, int periods_in_a_year) {
  std::vector<double> value(samples.main.front().focal[scenario].value_by_period.size());
  for (const Findings& sample : samples.main)
    for (std::size_t t = 0; t < value.size(); ++t) value[t] += sample.focal[scenario].value_by_period[t];
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
