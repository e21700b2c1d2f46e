// SPDX-License-Identifier: MIT
#include "sim/statistics/verdict.hpp"

#include <algorithm>

#include "sim/base/contract.hpp"
#include "sim/statistics/quantile.hpp"

namespace clientele {
namespace {

template <class Holds>
double part_that(const std::vector<double>& values, Holds holds) {
  return static_cast<double>(std::count_if(values.begin(), values.end(), holds)) /
         static_cast<double>(values.size());
}

bool all_the_same(const std::vector<double>& values) {
  return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

/// Gains without noise, [option][draw kept].
std::vector<std::vector<double>> told_apart(const std::vector<Gains>& gains, const Kept& kept) {
  std::vector<std::vector<double>> options;
  for (const auto& option : gains)
    options.push_back(values_without(option.noise, kept.of(option.by_draw), kept.of_shifts));
  return options;
}

std::vector<double> best_of_each_draw(const std::vector<std::vector<double>>& options) {
  std::vector<double> best = options.front();
  for (const auto& option : options)
    for (std::size_t r = 0; r < best.size(); ++r) best[r] = std::max(best[r], option[r]);
  return best;
}

/// Part of the draws in which each option is the best; equals share a draw.
std::vector<double> parts_best(const std::vector<std::vector<double>>& options) {
  const auto best = best_of_each_draw(options);
  std::vector<double> parts(options.size());
  for (std::size_t r = 0; r < best.size(); ++r) {
    const auto first = [&](const auto& option) { return option[r] == best[r]; };
    const auto equals = static_cast<double>(std::count_if(options.begin(), options.end(), first));
    for (std::size_t o = 0; o < options.size(); ++o)
      if (first(options[o])) parts[o] += 1 / equals / static_cast<double>(best.size());
  }
  return parts;
}

/// better, loss, best, worst, regret of each option, in the order of OptionVerdict.
std::vector<double> statistics_of(const std::vector<std::vector<double>>& options) {
  const auto best = parts_best(options);
  const double mean_best = mean_of(best_of_each_draw(options));
  std::vector<double> statistics;
  for (std::size_t o = 0; o < options.size(); ++o)
    for (const double s : {part_that(options[o], [](double x) { return x > 0; }),
                           part_that(options[o], [](double x) { return x < 0; }), best[o],
                           mean_of_worst(options[o], 0.05), mean_best - mean_of(options[o])})
      statistics.push_back(s);
  return statistics;
}

Measured at_least_one_draw(Measured probability, std::size_t draws) {
  probability.mc_error = std::max(probability.mc_error, 1.0 / static_cast<double>(draws));
  return probability;
}

template <class Holds>
Measured probability(const Gains& differences, Holds holds) {
  const auto& values = differences.by_draw;
  const Measured measured = over_shifts(static_cast<int>(values.size()), [&](const Kept& kept) {
    return part_that(values_without(differences.noise, kept.of(values), kept.of_shifts), holds);
  });
  return all_the_same(values) ? measured : at_least_one_draw(measured, values.size());
}

}  // namespace

double mean_of_worst(const std::vector<double>& values, double part) {
  expects(!values.empty() && part > 0 && part <= 1);
  std::vector<Weighted> weighted;
  for (const double x : values) weighted.push_back({x, 1});
  return Spread(std::move(weighted)).mean_between(0, part);
}

Measured probability_above_zero(const Gains& differences) {
  return probability(differences, [](double x) { return x > 0; });
}

Measured probability_below_zero(const Gains& differences) {
  return probability(differences, [](double x) { return x < 0; });
}

Verdict verdict_on(const std::vector<Gains>& gains) {
  expects(!gains.empty());
  const std::size_t draws = gains.front().by_draw.size();
  for (const auto& option : gains) expects(option.by_draw.size() == draws);
  const auto measured = all_over_shifts(
      static_cast<int>(draws), [&](const Kept& kept) { return statistics_of(told_apart(gains, kept)); });
  Verdict verdict;
  const bool nothing_varies = std::all_of(gains.begin(), gains.end(),
                                          [](const Gains& option) { return all_the_same(option.by_draw); });
  for (std::size_t o = 0; o < gains.size(); ++o) {
    const Measured* m = &measured[o * 5];
    OptionVerdict option{m[0], m[1], m[2], m[3], m[4]};
    if (!all_the_same(gains[o].by_draw))
      for (Measured* p : {&option.better, &option.loss}) *p = at_least_one_draw(*p, draws);
    if (!nothing_varies) option.best = at_least_one_draw(option.best, draws);
    verdict.options.push_back(option);
    if (option.regret.value < verdict.options[verdict.best].regret.value) verdict.best = o;
  }
  verdict.perfect_information = verdict.options[verdict.best].regret;
  return verdict;
}

std::optional<Measured> return_on_investment(const std::vector<double>& gains,
                                             const std::vector<double>& investments) {
  expects(gains.size() == investments.size() && !gains.empty());
  if (mean_of(investments) <= 0) return std::nullopt;
  return over_shifts(static_cast<int>(gains.size()), [&](const Kept& kept) {
    return mean_of(kept.of(gains)) / mean_of(kept.of(investments)) - 1;
  });
}

}  // namespace clientele
