// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "sim/statistics/draws.hpp"

namespace clientele {

/// What an option gains against today: values by draw, option and today under the same draw and the same
/// luck, for equity after the investment. Noise is the variance of these gains that only simulating few
/// people makes (draws.hpp); it is taken out about the mean of each option's gains.
struct Gains {
  std::vector<double> by_draw;
  double noise = 0;
};

/// What speaks for an option and against it. Today is one of the options, with gains of 0 throughout.
struct OptionVerdict {
  Measured better;  ///< probability of a gain above 0
  Measured loss;    ///< probability of a gain below 0
  Measured best;    ///< probability to be the best of all; those equally good share it
  Measured worst;   ///< mean gain in the worst 5 % of the draws
  Measured regret;  ///< expected gain of the best in each draw less its own: what it costs not to know
};

struct Verdict {
  std::vector<OptionVerdict> options;  ///< in the order of the gains
  std::size_t best = 0;                ///< the greatest mean gain, which is the least expected regret
  /// What it would be worth to know everything uncertain before choosing, at most: E[max_o gain] − max_o
  /// E[gain], which is the expected regret of the best option.
  Measured perfect_information;
};

/// The verdict on one or more options; include today's gains of 0 where doing nothing is a choice.
///
/// With one factor per option against today, a difference of two options that both differ from today keeps
/// the noise that it had in other proportion; with noise below 1 % of each variance that does not show.
/// Errors come from leaving out one shift at a time. That of a probability is at least one draw of all (1 /
/// n) unless the gains are all the same, since n draws that agree do not make certain.
Verdict verdict_on(const std::vector<Gains>& gains);

/// Mean of the worst part of values, 0 < part ≤ 1: the lowest part · n, the last of them in part if that is
/// no whole number (expected shortfall, also conditional value at risk).
double mean_of_worst(const std::vector<double>& values, double part);

/// Probability that values by draw, without the noise, are above (below) 0.
Measured probability_above_zero(const Gains& differences);
Measured probability_below_zero(const Gains& differences);

/// What an investment brings back for each unit beyond itself: mean gain before it / mean investment − 1.
/// Nothing unless the mean investment is positive.
std::optional<Measured> return_on_investment(const std::vector<double>& gains,
                                             const std::vector<double>& investments);

/// How many times more replications would be needed without pairing, each scenario with luck of its own: the
/// variances within a draw of both over that of their paired difference. Infinite where luck cancels.
inline double gain_of_pairing(double within_today, double within_option, double within_difference) {
  return (within_today + within_option) / within_difference;
}

}  // namespace clientele
