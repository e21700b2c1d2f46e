// SPDX-License-Identifier: MIT
#pragma once

#include "models/programme/contact.hpp"
#include "models/programme/enrolment.hpp"
#include "sim/engine/phases/concerned.hpp"
#include "sim/engine/phases/credit.hpp"
#include "sim/engine/phases/expected_need.hpp"
#include "sim/engine/phases/purchase.hpp"

namespace clientele {

// A card holds the points of a member and one more; 0: he is no member.

/// The sum of whole numbers of lanes.
template <class Lane>
std::int64_t total_of(typename Lane::Word words) {
  std::uint32_t each[Lane::width];
  Lane::store(words, each);
  std::int64_t total = 0;
  for (const std::uint32_t one : each) total += one;
  return total;
}

/// Members get points for what they paid at this occasion, discounts taken off.
template <class Lane>
void collect_points(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Scratch& s = now.scratch;
  const Real none(0.0f), of_money(m.off ? 1.0f / m.money_now[now.row] : 1.0f);
  for (int p = 0; p < m.programmes; ++p) {
    const ProgrammeTable& programme = m.programme[p];
    const Real brand(programme.brand), a_unit(programme.points[now.row]);
    typename Lane::Word earned(0u);  // a slice earns less than 2^32: each occasion at most 2^21
    for (int i = now.begin; i < now.end; i += Lane::width) {
      const int k = i - now.begin;
      const Real chosen = Lane::load(s.chosen + k), card = Lane::load(now.people.card[p] + i);
      const auto gets = (chosen == brand) & (card > none);
      if (!any(gets)) continue;
      const Real units = Lane::load(s.units + k);
      Real paid = units * at_his_price<Lane>(now, i, chosen, m.bill);
      if (m.off && counted)
        paid = paid - Lane::real(Lane::load(s.rebate + k)) * of_money;
      else if (m.off)
        paid = paid - units * at_his_price<Lane>(now, i, chosen, m.off);
      const Real points = min(max(paid, none) * a_unit, Real(0x1p21f));
      const auto whole = Lane::selected(gets, Lane::whole(points + Real(0x1p-10f)));
      Lane::store(card + Lane::real(whole), now.people.card[p] + i);
      earned = earned + whole;
    }
    if (!counted) continue;
    now.counts.points_earned[now.row * m.brands + programme.brand] += total_of<Lane>(earned);
  }
}

/// Members and the points on their cards as a period ends. What the members among the brand's customers cost
/// is charged, if it is to be.
template <class Lane>
void look_at_members(const Moment& now, int which, bool charged) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const ProgrammeTable& programme = now.market.programme[which];
  const std::int64_t cost = charged ? programme.member_cost[now.row] : 0;
  const Real brand(programme.brand), none(0.0f);
  const Payment<Lane> payment(now, programme.brand, -cost);
  std::int64_t members = 0, paid_for = 0;
  Word low(0u), high(0u);  // of the points, the lower 16 bits and the others
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const Real last = Lane::load(now.people.last + i), card = Lane::load(now.people.card[which] + i);
    const auto is_one = (last >= none) & (card > none);
    members += Lane::count(is_one);
    const Real above = Lane::real(Lane::whole(card * Real(0x1p-16f)));
    high = high + Lane::selected(is_one, Lane::whole(above));
    low = low + Lane::selected(is_one, Lane::whole(fma(above, Real(-0x1p16f), card)));
    if (cost == 0) continue;
    const auto pays = is_one & (last == brand);
    paid_for += Lane::count(pays);
    payment.by(i, pays);
  }
  const std::int64_t points = (total_of<Lane>(high) << 16) + total_of<Lane>(low) - members;
  const int at = now.row * now.market.brands + programme.brand;
  now.counts.members[at] += members;
  now.counts.points[at] += points;
  now.counts.programme_cost[at] += paid_for * cost;
  now.counts.value[at] -= paid_for * cost;
}

/// Customers without a card who have bought may enrol: at a higher chance the same people do, and others with
/// them.
template <class Lane>
void enrol(const Moment& now, int which) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Columns& people = now.people;
  const ProgrammeTable& programme = m.programme[which];
  const Real none(0.0f), one(1.0f), brand(programme.brand), mean_chance(programme.enrolment[now.row]);
  float *const cards = people.card[which] + now.begin, *const perks = people.perk[which] + now.begin;
  const Concerned<Lane> asked(now, [&](int k) {
    return (Lane::load(people.last + now.begin + k) == brand) &
           (Lane::load(now.scratch.purchases + k) > none) & ~(Lane::load(cards + k) > none);
  });
  const lanes::Philox<Lane> random = asked.luck(Purpose::programme, m.slot[programme.brand]);
  Answers<Lane> enrols;
  for (int n = 0; n < asked.count(); n += Lane::width) {
    typename Lane::Word words[4];
    asked.words(random, n, words);
    Real chance = mean_chance;
    if (programme.selection != 0)
      chance = enrolment_chance(
          chance, Real(programme.selection),
          log2_of_need<Lane>(m, asked.of(people.level + now.begin, n), asked.of(people.rate + now.begin, n)),
          Real(programme.mean_need));
    Lane::store(select(lanes::uniform<Lane>(words[0]) < chance, one, none), enrols + n);
  }
  for (int n = 0; n < asked.count(); ++n) {
    cards[asked.place(n)] = enrols[n];
    if (programme.utility != 0) perks[asked.place(n)] += enrols[n] * programme.utility;
  }
}

/// Members who have the points for a reward claim it, or let it break, by a uniform of their own; those who
/// have left the category lose theirs. Beyond the last person are cards of nobody.
template <class Lane>
void claim_rewards(const Moment& now, int which, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const ProgrammeTable& programme = m.programme[which];
  const Real none(0.0f), one(1.0f), threshold(programme.threshold[now.row]), full(threshold + one),
      breakage(programme.breakage), rows(static_cast<float>(now.rows - now.begin));
  float *const cards = now.people.card[which] + now.begin, *const perks = now.people.perk[which] + now.begin;
  const float* last = now.people.last + now.begin;
  const Concerned<Lane> asked(now, [&](int k) {
    const Real card = Lane::load(cards + k), row = Lane::real(Lane::count_up()) + Real(static_cast<float>(k));
    const auto gone = Lane::load(last + k) < none;
    return (~gone & (card >= full)) | (gone & (card > none) & (row < rows));
  });
  const lanes::Philox<Lane> random = asked.luck(Purpose::programme, m.slot[programme.brand]);
  Answers<Lane> left, claimed, lost;
  Real most = none;
  for (int n = 0; n < asked.count(); n += Lane::width) {
    typename Lane::Word words[4];
    asked.words(random, n, words);
    const Real card = asked.of(cards, n), points = card - one,
               due = Lane::real(Lane::whole(points / threshold)), spent = due * threshold;
    const auto gone = asked.of(last, n) < none, claims = ~gone & ~(lanes::uniform<Lane>(words[1]) < breakage);
    Lane::store(select(gone, none, card - spent), left + n);
    Lane::store(select(claims, due, none), claimed + n);
    most = max(most, due);
    Lane::store(select(claims, none, select(gone, points, spent)), lost + n);
  }
  const std::int64_t cost = programme.reward_cost[now.row];
  const Payment<Lane> payment(now, programme.brand, -cost, greatest<Lane>(most));
  std::int64_t rewards = 0, broken = 0;
  for (int n = 0; n < asked.count(); ++n) {
    const int k = asked.place(n);
    const auto his = static_cast<std::int64_t>(claimed[n]);
    rewards += his, broken += static_cast<std::int64_t>(lost[n]);
    cards[k] = left[n];
    if (programme.reward_utility != 0) perks[k] += claimed[n] * programme.reward_utility;
    if (counted) payment.by_one(now.begin + k, his);
  }
  if (!counted) return;
  const int at = now.row * m.brands + programme.brand;
  now.counts.points_broken[at] += broken;
  now.counts.rewards[at] += rewards;
  now.counts.reward_cost[at] += rewards * cost;
  now.counts.programme_cost[at] += rewards * cost;
  now.counts.value[at] -= rewards * cost;
}

/// At the end of a period what programmes had added to utility has faded, members claim rewards and customers
/// enrol.
template <class Lane>
void run_programmes(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  for (int p = 0; p < now.market.programmes; ++p) {
    const ProgrammeTable& programme = now.market.programme[p];
    float* const perks = now.people.perk[p];
    for (int i = now.begin; i < now.end && programme.lifts; i += Lane::width)
      Lane::store(Lane::load(perks + i) * Real(programme.kept), perks + i);
    claim_rewards<Lane>(now, p, counted);
    enrol<Lane>(now, p);
    if (counted) look_at_members<Lane>(now, p, true);
  }
}

}  // namespace clientele
