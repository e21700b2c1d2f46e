// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <vector>

#include "sim/random/shifted_sobol.hpp"
#include "sim/statistics/estimate.hpp"

namespace clientele {

/// A number and its Monte Carlo standard error, for want of draws. It is off by less than t₇ times that
/// (1.895 at 90 %), as the error is itself estimated from 8 shifts.
struct Measured {
  double value = 0;
  double mc_error = 0;
};

/// Mean of values, of which there must be one at least.
double mean_of(const std::vector<double>& values);

/// What follows takes values by draw, in the order in which shifted_sobol makes draws: as many from each
/// shift, the shifts in turn. `of_shifts` is 8 but where some are left out.
///
/// Noise is a variance that the values have but what is asked for has not. With n people simulated for the N
/// there are, values hold N² σ² / n of chance and mix where the market holds N σ²: noise is the difference,
/// N² σ² (1/n − 1/N); below 0 if n > N, where the market has more chance than the values show.

/// Variance of a value over all draws there could be:  Σ (x − x̄)² / n + v,  v the variance of the mean x̄ as
/// its shifts show it. Draws of a sequence are more even than plain ones; Σ (x − x̄)² / (n − 1), right for
/// those, would be too large by up to a part 1 / n.
double variance_over_draws(const std::vector<double>& values, int of_shifts = shifts);

/// Factor by which values are drawn together about their mean so that their variance is what is left without
/// the noise: √(1 − noise / variance). Above 1 for noise below 0. 0 where noise is all there is, or more.
/// Taking noise off the variance alone would leave probabilities and quantiles wrong. The form of the spread
/// stays as it is, which is exact if it is normal.
double factor_without(double noise, const std::vector<double>& values, int of_shifts = shifts);

/// Values drawn together by that factor about their mean, in their order.
std::vector<double> values_without(double noise, std::vector<double> values, int of_shifts = shifts);

/// The estimate from one value a draw: sd and quantiles are those of the values without the noise. mc_error
/// is of the mean, with the noise, which this run has: sd of the means of the 8 shifts / √8; its interval is
/// mean_margin(estimate, shifts, confidence).
Estimate estimate_over_draws(const std::vector<double>& values, double noise);

/// Draws of some of the shifts.
struct Kept {
  std::vector<int> draws;  ///< their numbers, rising
  int of_shifts = shifts;

  std::vector<double> of(const std::vector<double>& values) const;
};

Kept all_draws(int draws);

/// A statistic of any draws, on all of them, with the error from leaving out one shift at a time (jackknife):
/// √(7/8 Σ (s₋ᵢ − s̄)²). For a mean that is the same as above. The statistic is called 9 times.
Measured over_shifts(int draws, const std::function<double(const Kept&)>& statistic);

/// The same for several statistics of the same draws at once.
std::vector<Measured> all_over_shifts(int draws,
                                      const std::function<std::vector<double>(const Kept&)>& statistics);

}  // namespace clientele
