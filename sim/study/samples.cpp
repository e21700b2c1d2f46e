// SPDX-License-Identifier: MIT
#include "sim/study/samples.hpp"

#include <algorithm>
#include <cmath>

#include "sim/scenario/draws.hpp"
#include "sim/statistics/draws.hpp"

namespace clientele {

namespace {

/// Mean of a row over the replications of a draw.
template <class Row>
double mean_of_row(const Findings* of_draw, std::size_t replications, Told<Row> Findings::*table,
                   std::size_t row) {
  double sum = 0;
  for (std::size_t r = 0; r < replications; ++r) sum += (of_draw[r].*table).values[row];
  return sum / static_cast<double>(replications);
}

}  // namespace

std::size_t bytes_of_long_tables(const Findings& sample) {
  std::size_t numbers = 0;
  std::apply([&](auto... table) { ((numbers += (sample.*table).values.size()), ...); }, long_tables);
  return numbers * sizeof(double);
}

std::size_t samples_that_fit(const Findings& sample, double bytes) {
  const double fit = bytes / static_cast<double>(std::max<std::size_t>(bytes_of_long_tables(sample), 1));
  return std::max<std::size_t>(64, static_cast<std::size_t>(std::min(fit, 1e9)) / shifts * shifts);
}

void Samples::add(std::vector<Findings> of_draw) {
  if (main.size() / of_draw.size() >= kept_in_full) put_into_bins(of_draw);
  for (Findings& one : of_draw) main.push_back(std::move(one));
}

void Samples::put_into_bins(std::vector<Findings>& of_draw) {
  const std::size_t together = of_draw.size();
  const auto put = [&](auto table) {
    auto& bins = (main.front().*table).bins;
    const std::size_t rows = (main.front().*table).values.size();
    for (std::size_t row = bins.size(); row < rows; ++row) {
      std::vector<double> first;
      for (std::size_t i = 0; i < main.size(); i += together)
        first.push_back(mean_of_row(&main[i], together, table, row));
      bins.emplace_back(first);
    }
    for (std::size_t row = 0; row < rows; ++row)
      bins[row].add(mean_of_row(of_draw.data(), together, table, row));
    for (Findings& one : of_draw) one.*table = {};
  };
  std::apply([&](auto... table) { (put(table), ...); }, long_tables);
}

std::vector<double> Samples::by_sample(const Pick& pick) const {
  std::vector<double> values;
  for (const Findings& sample : main) values.push_back(pick(sample));
  return values;
}

std::vector<double> Samples::by_draw(const Pick& pick) const {
  if (draws == 1) return by_sample(pick);
  std::vector<double> values(static_cast<std::size_t>(draws));
  for (std::size_t i = 0; i < main.size(); ++i)
    values[i / static_cast<std::size_t>(replications)] += pick(main[i]) / replications;
  return values;
}

double Samples::noise(const Pick& pick) const {
  if (other_people.empty()) return 0;
  double squares = 0;
  for (std::size_t r = 0; r < other_people.size(); ++r) {
    const double apart = pick(main[r * static_cast<std::size_t>(replications)]) - pick(other_people[r]);
    squares += apart * apart / 2;
  }
  return squares / static_cast<double>(other_people.size());
}

double Samples::within(const Pick& pick) const {
  if (!other_people.empty()) return noise(pick);
  if (main.size() < 2) return not_known;
  const double sd = estimate_of(by_sample(pick)).sd;
  return sd * sd;
}

std::optional<Estimate> Samples::estimate(const Pick& pick) const {
  const auto values = by_draw(pick);
  if (std::any_of(values.begin(), values.end(), [](double x) { return std::isnan(x); })) return std::nullopt;
  // What follows from an equation is the same in all samples: it has no error, not even of rounding.
  if (std::all_of(values.begin(), values.end(), [&](double x) { return x == values.front(); }))
    return estimate_of({values.front()});
  return draws == 1 ? estimate_of(values) : estimate_over_draws(values, surplus(pick));
}

double Samples::surplus(const Pick& pick) const {
  const double within = noise(pick);
  if (!std::isfinite(within)) return 0;
  // The mean over replications has less noise than one of them; the market has that of one, less its share.
  return surplus_share * within + within * (1.0 / replications - 1);
}

double Samples::surplus(const Quantity& quantity) const {
  const double less = (noise(quantity.expected) - noise(quantity.realised)) / replications;
  return surplus(quantity.realised) + (std::isfinite(less) ? less : 0);
}

std::optional<Estimate> Samples::estimate(const Quantity& quantity) const {
  const auto expected = estimate(quantity.expected), realised = estimate(quantity.realised);
  if (!expected || !realised) return std::nullopt;
  if (draws > 1) return estimate_over_draws(by_draw(quantity.expected), surplus(quantity));
  Estimate both = *realised;
  const double off = expected->mean - realised->mean;
  for (double* const quantile : {&both.p05, &both.p25, &both.p50, &both.p75, &both.p95}) *quantile += off;
  both.mean = expected->mean;
  both.mc_error = expected->mc_error;
  return both;
}

double Samples::margin(const Estimate& estimate) const {
  return mean_margin(estimate, draws == 1 ? main.size() : shifts, 0.9);
}

}  // namespace clientele
