// SPDX-License-Identifier: MIT
#pragma once

#include "models/departure/returning.hpp"
#include "sim/engine/lanes/elementary.hpp"
#include "sim/engine/phases/scratch.hpp"
#include "sim/random/address.hpp"

namespace clientele {

/// Lets some of those in again who had left the category before this period. Like newcomers they have no
/// brand that they are used to, and make a purchase.
template <class Lane>
void come_back(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Columns& people = now.people;
  const Real none(0.0f), one(1.0f), chance(m.return_rate[now.row]), rows(static_cast<float>(now.rows));
  for (int i = now.begin; i < now.end; i += Lane::width) {
    float* const joined = now.scratch.joined + (i - now.begin);
    const Real last = Lane::load(people.last + i);
    if (!m.joins) Lane::store(none, joined);
    // Rows beyond those of people count as departed. Who leaves at the start of this very period stays out.
    auto out = (last == Real(departed)) &
               (Lane::real(Lane::count_up()) + Real(static_cast<float>(i)) < rows) &
               (Lane::load(now.scratch.customer_at_start + (i - now.begin)) < none);
    if (m.lost_after > 0) out = out & (Lane::load(now.scratch.lapsed_from + (i - now.begin)) < none);
    if (!any(out)) continue;
    typename Lane::Word words[4];
    lanes::philox<Lane>(Lane::load(people.person + i),
                        now.clock | static_cast<std::uint32_t>(Purpose::coming_back) << 16,
                        now.address.events, now.address.draw, now.address.keys, words);
    const auto back = out & comes_back(lanes::uniform<Lane>(words[0]), chance);
    Lane::store(select(back, Real(newcomer), last), people.last + i);
    Lane::store(select(back, one, Lane::load(joined)), joined);
    if (m.contract) Lane::store(select(back, none, Lane::load(people.term_left + i)), people.term_left + i);
  }
}

}  // namespace clientele
