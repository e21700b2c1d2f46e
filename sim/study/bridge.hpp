// SPDX-License-Identifier: MIT
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "sim/statistics/shapley.hpp"
#include "sim/study/findings.hpp"
#include "sim/study/run.hpp"
#include "sim/study/staging.hpp"

namespace clientele {

/// What our equity is in a world, and what today's customers bring, before advertising and channels.
struct Worth {
  double all = 0, today = 0;
  double lived = 0;    ///< customer-periods, where it had to be lived
  double seconds = 0;  ///< and its part of the time that took
};

/// A difference of worlds that is shared among its causes, by living the worlds in which only some of them
/// are in force:
/// * of scenario 0, the sources of our equity; the baseline has all of them;
/// * of another one, what it changes; without any of it, it is the baseline.
struct Bridge {
  int scenario = 0;
  std::vector<std::string> causes;
  std::vector<int> cause_of;  ///< [place of a change in its scenario] which cause it belongs to
  ShapleyPlan plan;
  int samples = 0;                        ///< so many of the first are to be worked out
  std::vector<std::vector<Worth>> worth;  ///< [sample][coalition of the plan], of those that were

  /// Worlds to be lived beside those of the study.
  int worlds() const { return static_cast<int>(plan.coalitions.size()) - 2; }
};

/// What there is to explain: the sources of equity where our brand has a price and rivals, and customers
/// choose by utility; and each scenario of two changes or more.
std::vector<Bridge> bridges_of(const std::vector<Scenario>& scenarios, const RunOptions& options);

/// Samples of a plan as the study has lived them: its stage, the scenarios as they are in its draw, and what
/// its replications told, from the first.
struct LivedSamples {
  const Stage& stage;
  const std::vector<Scenario>& scenarios;
  const std::vector<Findings>& told;
};

/// Lives the worlds of a bridge in so many of the first samples: [sample][coalition]. Nothing if it is
/// stopped.
std::vector<std::vector<Worth>> worth_in(const Bridge& bridge, const LivedSamples& lived, int samples,
                                         std::stop_token stop);

}  // namespace clientele
