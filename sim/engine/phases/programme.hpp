// SPDX-License-Identifier: MIT
#pragma once

#include "models/programme/contact.hpp"
#include "models/programme/enrolment.hpp"
#include "sim/engine/phases/counting.hpp"
#include "sim/engine/phases/expected_need.hpp"
#include "sim/engine/phases/purchase.hpp"
#include "sim/random/address.hpp"

namespace clientele {

// A card holds the points of a member and one more; 0: he is no member.

/// Members get points for what they paid at this occasion, discounts taken off.
template <class Lane>
void collect_points(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Scratch& s = now.scratch;
  for (int p = 0; p < m.programmes; ++p) {
    const ProgrammeTable& programme = m.programme[p];
    std::int64_t earned = 0;
    for (int i = now.begin; i < now.end; i += Lane::width) {
      const int k = i - now.begin;
      const Real chosen = Lane::load(s.chosen + k), card = Lane::load(now.people.card[p] + i);
      const auto gets = (chosen == Real(programme.brand)) & (card > Real(0.0f));
      if (!any(gets)) continue;
      const auto price = price_index<Lane>(now, i, chosen);
      const Real units = Lane::load(s.units + k);
      Real paid = units * Lane::gather(m.bill, price);
      if (m.off && counted)
        paid = paid - Lane::real(Lane::load(s.rebate + k)) / Real(m.money_now[now.row]);
      else if (m.off)
        paid = paid - units * Lane::gather(m.off, price);
      const Real points = min(max(paid, Real(0.0f)) * Real(programme.points[now.row]), Real(0x1p22f));
      const Real whole = select(gets, Lane::real(Lane::whole(points + Real(0x1p-10f))), Real(0.0f));
      Lane::store(card + whole, now.people.card[p] + i);
      float each[Lane::width];
      Lane::store(whole, each);
      for (int lane = 0; lane < Lane::width; ++lane) earned += static_cast<std::int64_t>(each[lane]);
    }
    if (counted) now.counts.points_earned[now.row * m.brands + programme.brand] += earned;
  }
}

/// What the rewards and the members of a few lanes cost, charged to the brand and to the value of each.
template <class Lane>
void charge_programme(const Moment& now, const ProgrammeTable& programme, int i, typename Lane::Real claimed,
                      typename Lane::Mask members) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const int at = now.row * m.brands + programme.brand;
  const std::int64_t a_member = programme.member_cost[now.row];
  std::int64_t cost = Lane::count(members) * a_member;
  if (a_member != 0) credit_each<Lane>(now, i, members, programme.brand, -a_member);
  if (any(claimed > Real(0.0f))) {
    float rewards[Lane::width];
    Lane::store(claimed, rewards);
    for (int lane = 0; lane < Lane::width; ++lane) {
      if (rewards[lane] == 0) continue;
      const auto times = static_cast<std::int64_t>(rewards[lane]);
      const std::int64_t worth = times * programme.reward_cost[now.row];
      now.counts.rewards[at] += times;
      now.counts.reward_cost[at] += worth;
      credit<Lane>(now, i + lane, programme.brand, -worth);
      cost += worth;
    }
  }
  now.counts.programme_cost[at] += cost;
  now.counts.value[at] -= cost;
}

/// Members and the points on their cards as the period ends.
template <class Lane>
void count_members(const Moment& now) {
  const KernelMarket& m = now.market;
  for (int p = 0; p < m.programmes; ++p) {
    const float* card = now.people.card[p];
    std::int64_t members = 0, points = 0;
    for (int i = now.begin; i < now.end; ++i) {
      if (now.people.last[i] < 0 || card[i] == 0) continue;
      ++members;
      points += static_cast<std::int64_t>(card[i]) - 1;
    }
    now.counts.members[now.row * m.brands + m.programme[p].brand] += members;
    now.counts.points[now.row * m.brands + m.programme[p].brand] += points;
  }
}

/// At the end of a period members claim rewards, or let them break, and customers enrol. Two uniforms of the
/// period decide: with a higher chance the same people enrol, and others with them.
template <class Lane>
void run_programmes(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real none(0.0f), one(1.0f);
  for (int p = 0; p < m.programmes; ++p) {
    const ProgrammeTable& programme = m.programme[p];
    const Real brand(programme.brand), threshold(programme.threshold[now.row]);
    std::int64_t broken = 0;
    for (int i = now.begin; i < now.end; i += Lane::width) {
      const Real last = Lane::load(now.people.last + i);
      Real card = Lane::load(now.people.card[p] + i);
      const auto his = last == brand, gone = last < none;
      const auto bought = his & (Lane::load(now.scratch.purchases + (i - now.begin)) > none);
      typename Lane::Word words[4];
      lanes::philox<Lane>(
          Lane::load(now.people.person + i), now.clock | static_cast<std::uint32_t>(Purpose::programme) << 16,
          now.address.events | m.slot[programme.brand] << 20, now.address.draw, now.address.keys, words);
      const Real points = max(card - one, none);
      const Real due = Lane::real(Lane::whole(points / threshold));
      const auto claims = ~(lanes::uniform<Lane>(words[1]) < Real(programme.breakage));
      const Real claimed = select(claims & ~gone, due, none);
      const Real spent = select(gone, points, due * threshold);
      card = select(card > none, select(gone, none, card - spent), none);
      const Real lost = select(claims & ~gone, none, spent);
      const Real chance = enrolment_chance(Real(programme.enrolment[now.row]), Real(programme.selection),
                                           log2_of_need<Lane>(now, i), Real(programme.mean_need));
      const auto enrols = bought & (card == none) & (lanes::uniform<Lane>(words[0]) < chance);
      card = select(enrols, one, card);
      Lane::store(card, now.people.card[p] + i);
      if (programme.lifts) {
        const Real added = select(enrols, Real(programme.utility), claimed * Real(programme.reward_utility));
        Lane::store(utility_left(Lane::load(now.people.perk[p] + i), Real(programme.kept), added),
                    now.people.perk[p] + i);
      }
      if (!counted) continue;
      charge_programme<Lane>(now, programme, i, claimed, his & (card > none));
      if (!any(lost > none)) continue;
      float each[Lane::width];
      Lane::store(lost, each);
      for (int lane = 0; lane < Lane::width && i + lane < now.rows; ++lane)  // beyond are cards of nobody
        broken += static_cast<std::int64_t>(each[lane]);
    }
    if (counted) now.counts.points_broken[now.row * m.brands + programme.brand] += broken;
  }
  if (counted) count_members<Lane>(now);
}

}  // namespace clientele
