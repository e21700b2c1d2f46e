// SPDX-License-Identifier: MIT
#include "sim/study/attribution.hpp"

#include <algorithm>
#include <cmath>

#include "sim/statistics/draws.hpp"
#include "sim/study/mechanism.hpp"

namespace clientele {

namespace {

/// A part of which each sample has told something.
EquityPart part_of(std::string name, const std::vector<double>& by_sample, bool by_draws,
                   double order_error = 0) {
  const Estimate estimate = by_draws ? estimate_over_draws(by_sample, 0) : estimate_of(by_sample);
  EquityPart part{std::move(name), estimate.mean, {}};
  if (by_sample.size() > 1) part.mc_error = std::hypot(estimate.mc_error, order_error);
  return part;
}

/// Shares a number of all worlds of a bridge among its causes, and tells last what it is without any.
EquityParts shared(const Bridge& bridge, double Worth::*of, bool by_draws) {
  const std::size_t samples = bridge.worth.size();
  std::vector<std::vector<double>> values;
  for (std::size_t c = 0; c < bridge.plan.coalitions.size(); ++c) {
    auto& by_sample = values.emplace_back();
    double sum = 0;
    for (const auto& worth : bridge.worth) {
      by_sample.push_back(worth[c].*of);
      sum += by_sample.back();
    }
    by_sample.push_back(sum / static_cast<double>(samples));  // so that the error for want of orders is known
  }
  const ShapleyParts shapley = shapley_parts(bridge.plan, values);
  EquityParts parts{{}, values.back().back(), static_cast<int>(samples)};
  const auto told = [&](std::vector<double> with_mean) {
    with_mean.pop_back();
    return with_mean;
  };
  for (std::size_t i = 0; i < bridge.causes.size(); ++i)
    parts.parts.push_back(
        part_of(bridge.causes[i], told(shapley.part[i]), by_draws, shapley.order_error[i].back()));
  parts.parts.push_back(part_of("none of these", told(values.front()), by_draws));
  return parts;
}

void add_rows(const std::string& scenario, const std::string& of, const EquityParts& parts,
              Results& results) {
  for (const EquityPart& part : parts.parts)
    results.equity.push_back({scenario, of, part.name, "currency", part.value, part.mc_error});
}

/// What the equity of a scenario is made of, by when its customers come.
EquityParts by_arrival(const Samples& samples, int scenario) {
  EquityParts parts;
  const auto add = [&](std::string name, double (*of)(const Totals&)) {
    const auto by_draw = samples.by_draw(
        [=](const Findings& sample) { return of(sample.focal[static_cast<std::size_t>(scenario)].total); });
    if (std::any_of(by_draw.begin(), by_draw.end(), [](double x) { return x != 0; }))
      parts.parts.push_back(part_of(std::move(name), by_draw, samples.draws > 1));
  };
  add("today's customers", [](const Totals& t) { return t.existing_value; });
  add("customers to come", [](const Totals& t) {
    return t.value + t.advertising_today + t.channel_spend_today - t.existing_value;
  });
  add("advertising", [](const Totals& t) { return -t.advertising_today; });
  add("channels", [](const Totals& t) { return -t.channel_spend_today; });
  return parts;
}

/// By what the difference of a scenario comes about; movers that move nothing in any sample are left out.
EquityParts by_mechanism(const Samples& samples, int scenario) {
  EquityParts parts;
  for (std::size_t m = 0; m < movers.size(); ++m) {
    const auto by_draw = samples.by_draw(
        [=](const Findings& sample) { return sample.focal[static_cast<std::size_t>(scenario)].moved[m]; });
    bool moves = false;
    for (const double x : by_draw) moves = moves || x != 0;
    if (moves) parts.parts.push_back(part_of(std::string(movers[m]), by_draw, samples.draws > 1));
  }
  return parts;
}

/// What to call a mover in a line that gives the reason.
std::string in_short(Mover mover) {
  switch (mover) {
    case Mover::retention:
      return "retention";
    case Mover::referred:
      return "referral";
    case Mover::from_rivals:
    case Mover::returned:
    case Mover::otherwise_new:
      return "acquired";
    case Mover::advertising:
      return "advertising";
    case Mover::channels:
      return "channels";
    default:
      return "margin";
  }
}

/// The same in few parts, the largest first.
EquityParts reasons(const Samples& samples, int scenario) {
  std::vector<std::string> names;
  for (int m = 0; m < all_movers; ++m)
    if (const auto name = in_short(Mover(m)); std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  EquityParts parts;
  for (const auto& name : names) {
    const auto by_draw = samples.by_draw([&](const Findings& sample) {
      double sum = 0;
      for (int m = 0; m < all_movers; ++m)
        if (in_short(Mover(m)) == name)
          sum += sample.focal[static_cast<std::size_t>(scenario)].moved[static_cast<std::size_t>(m)];
      return sum;
    });
    const EquityPart part = part_of(name, by_draw, samples.draws > 1);
    if (part.value != 0) parts.parts.push_back(part);
  }
  std::stable_sort(parts.parts.begin(), parts.parts.end(), [](const EquityPart& a, const EquityPart& b) {
    return std::abs(a.value) > std::abs(b.value);
  });
  return parts;
}

}  // namespace

void attribute(const Samples& samples, const std::vector<Scenario>& scenarios, Results& results) {
  const bool by_draws = samples.draws > 1;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    Headline& headline = results.headlines[s];
    const int scenario = static_cast<int>(s);
    add_rows(headline.scenario, "customer equity", by_arrival(samples, scenario), results);
    for (const Bridge& bridge : samples.bridges) {
      if (bridge.scenario != scenario || bridge.worth.empty()) continue;
      EquityParts parts = shared(bridge, &Worth::all, by_draws);
      if (s > 0) {
        parts.parts.pop_back();  // the baseline
        add_rows(headline.scenario, "difference by change", parts, results);
        headline.against->changes = std::move(parts);
        continue;
      }
      add_rows(headline.scenario, "value, brand and retention equity", parts, results);
      headline.sources = std::move(parts);
      add_rows(headline.scenario, "value, brand and retention equity of today's customers",
               shared(bridge, &Worth::today, by_draws), results);
    }
    if (s == 0) continue;
    add_rows(headline.scenario, "difference by mechanism", by_mechanism(samples, scenario), results);
    headline.against->why = reasons(samples, scenario);
  }
}

}  // namespace clientele
