// SPDX-License-Identifier: MIT
#include "sim/study/branching.hpp"

#include "sim/scenario/referrals.hpp"

namespace clientele {

std::optional<double> branching_in(const World& world, const std::vector<Totals>& by_period) {
  double made = 0, lost = 0;
  for (std::size_t period = 1; period < by_period.size(); ++period) {
    made += by_period[period].recommendations;
    lost += by_period[period].customer_periods - by_period[period].retained;
  }
  const auto a_life = by_period.front().talked ? ratio(made, lost) : std::nullopt;
  return a_life ? std::optional(*a_life * newcomers_by_recommendation(world)) : std::nullopt;
}

}  // namespace clientele
