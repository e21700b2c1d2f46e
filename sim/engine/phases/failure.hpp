// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/counting.hpp"
#include "sim/engine/phases/experience.hpp"

namespace clientele {

/// Counts the failures of some lanes with what became of them, and charges complaints to the brand and the
/// customer's value. With one choice a period its purchases fail together.
template <class Lane>
void count_failures(const Moment& now, int i, typename Lane::Mask fails, typename Lane::Mask complains,
                    typename Lane::Mask answered) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real one(1.0f), none(0.0f);
  float stage[Lane::width];  // 1: failed, 2: and complained, 3: and was answered
  Lane::store(select(fails, one, none) + select(complains, one, none) + select(answered, one, none), stage);
  for (int lane = 0; lane < Lane::width; ++lane) {
    if (stage[lane] == 0) continue;
    const int k = i + lane - now.begin, brand = static_cast<int>(now.scratch.chosen[k]);
    const int at = now.row * m.brands + brand;
    const int times = m.one_choice_a_period ? static_cast<int>(now.scratch.purchases[k]) : 1;
    now.counts.failures[at] += times;
    if (stage[lane] < 2) continue;
    const std::int64_t cost = times * (m.complaint_cost[at] + (stage[lane] > 2 ? m.answer_cost[at] : 0));
    now.counts.complaints[at] += times;
    if (stage[lane] > 2) now.counts.answered[at] += times;
    now.counts.complaint_cost[at] += cost;
    now.counts.value[at] -= cost;
    credit<Lane>(now, i + lane, brand, -cost);
  }
}

/// Which purchases of this occasion fail, who complains of it and who is answered in time, each by a uniform
/// of its own: at a higher chance the same people fail, and others with them.
template <class Lane>
void suffer_failures(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const float *failure = m.failure + now.row * m.brands, *response = m.response + now.row * m.brands;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real chosen = Lane::load(now.scratch.chosen + k);
    Real harm = Real(0.0f);
    if (any(chosen >= Real(0.0f))) {
      typename Lane::Word words[4];
      lanes::philox<Lane>(Lane::load(now.people.person + i),
                          now.clock | static_cast<std::uint32_t>(Purpose::failure) << 16,
                          now.address.events | static_cast<std::uint32_t>(now.occasion) << 20,
                          now.address.draw, now.address.keys, words);
      const auto fails = (chosen >= Real(0.0f)) &
                         (lanes::uniform<Lane>(words[0]) < rating_of<Lane>(chosen, failure, m.brands));
      const auto complains = fails & (lanes::uniform<Lane>(words[1]) < Real(m.voice));
      const auto answered =
          complains & (lanes::uniform<Lane>(words[2]) < rating_of<Lane>(chosen, response, m.brands));
      harm = select(answered, Real(m.harm_after_answer), select(fails, Real(1.0f), harm));
      if (counted && any(fails)) count_failures<Lane>(now, i, fails, complains, answered);
    }
    Lane::store(harm, now.scratch.harm + k);
  }
}

}  // namespace clientele
