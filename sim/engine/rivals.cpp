// SPDX-License-Identifier: MIT
#include "sim/engine/rivals.hpp"

#include <algorithm>

#include "sim/engine/appeals.hpp"
#include "sim/engine/segment_tables.hpp"
#include "sim/engine/stationary_shares.hpp"

namespace clientele {

std::vector<double> weights_of_rivals(const World& baseline, const std::vector<double>& appeal) {
  const auto& brands = baseline.brands;
  const std::size_t ours = focal_index(baseline);
  std::vector<bool> counts;
  for (std::size_t b = 0; b < brands.size(); ++b)
    counts.push_back(b != ours && first_period(brands[b].is) <= 1);
  const auto is_near = [&](std::size_t b) {
    return counts[b] && brands[b].is.level == brands[ours].is.level;
  };
  bool some_near = false;
  for (std::size_t b = 0; b < brands.size(); ++b) some_near = some_near || is_near(b);
  for (std::size_t b = 0; some_near && b < brands.size(); ++b) counts[b] = is_near(b);

  std::vector<double> weights(brands.size());
  bool all_given = true;
  for (std::size_t b = 0; b < brands.size(); ++b) {
    all_given = all_given && (!counts[b] || brands[b].is.share);
    if (counts[b] && brands[b].is.share) weights[b] = brands[b].is.share->value;
  }
  if (all_given) return weights;
  const auto shares = stationary_shares(customer_sample(baseline, rough_points), appeal);
  for (std::size_t b = 0; b < brands.size(); ++b) weights[b] = counts[b] ? shares[b] : 0;
  return weights;
}

}  // namespace clientele
