// SPDX-License-Identifier: MIT
#pragma once

#include "models/programme/contact.hpp"
#include "models/programme/enrolment.hpp"
#include "sim/engine/phases/concerned.hpp"
#include "sim/engine/phases/counting.hpp"
#include "sim/engine/phases/expected_need.hpp"
#include "sim/engine/phases/purchase.hpp"

namespace clientele {

// A card holds the points of a member and one more; 0: he is no member.

/// Members get points for what they paid at this occasion, discounts taken off.
template <class Lane>
void collect_points(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Scratch& s = now.scratch;
  const Real none(0.0f), money(m.off ? m.money_now[now.row] : 1.0f);
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
        paid = paid - Lane::real(Lane::load(s.rebate + k)) / money;
      else if (m.off)
        paid = paid - units * at_his_price<Lane>(now, i, chosen, m.off);
      const Real points = min(max(paid, none) * a_unit, Real(0x1p21f));
      const auto whole = Lane::selected(gets, Lane::whole(points + Real(0x1p-10f)));
      Lane::store(card + Lane::real(whole), now.people.card[p] + i);
      earned = earned + whole;
    }
    if (!counted) continue;
    std::uint32_t each[Lane::width];
    Lane::store(earned, each);
    for (const std::uint32_t points : each)
      now.counts.points_earned[now.row * m.brands + programme.brand] += points;
  }
}

/// What the members among the brand's customers cost in a period, charged likewise.
template <class Lane>
void charge_members(const Moment& now, int which) {
  using Real = typename Lane::Real;
  const ProgrammeTable& programme = now.market.programme[which];
  const std::int64_t cost = programme.member_cost[now.row];
  if (cost == 0) return;
  const Real brand(programme.brand), none(0.0f);
  std::int64_t members = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const auto pays =
        (Lane::load(now.people.last + i) == brand) & (Lane::load(now.people.card[which] + i) > none);
    members += Lane::count(pays);
    credit_each<Lane>(now, i, pays, programme.brand, -cost);
  }
  const int at = now.row * now.market.brands + programme.brand;
  now.counts.programme_cost[at] += members * cost;
  now.counts.value[at] -= members * cost;
}

/// Members and the points on their cards as the period ends.
template <class Lane>
void count_members(const Moment& now) {
  const KernelMarket& m = now.market;
  for (int p = 0; p < m.programmes; ++p) {
    const float *card = now.people.card[p], *last = now.people.last;
    std::int64_t members = 0, points = 0;
    for (int i = now.begin; i < now.end; ++i) {
      const bool is_one = !(last[i] < 0) & (card[i] != 0);
      members += is_one;
      points += is_one ? static_cast<std::int64_t>(card[i]) - 1 : 0;
    }
    now.counts.members[now.row * m.brands + m.programme[p].brand] += members;
    now.counts.points[now.row * m.brands + m.programme[p].brand] += points;
  }
}

/// Those with something to decide: members who have the points for a reward, and customers without a card who
/// have bought; with what stands on their cards, and what they need.
template <class Lane>
struct CardHolders {
  Concerned<Lane> people;
  Answers<Lane> card, level, rate;

  void add(const Columns& c, int i, typename Lane::Mask these, typename Lane::Real their_card) {
    const int n = people.count();
    Lane::compress(their_card, these, card + n);
    Lane::compress(Lane::load(c.level + i), these, level + n);
    Lane::compress(Lane::load(c.rate + i), these, rate + n);
    people.add(i, these);
  }
};

/// Takes the cards of those who have left the category; returns the points on them. Beyond the last person
/// are cards of nobody.
template <class Lane>
std::int64_t look_at_cards(const Moment& now, int which, CardHolders<Lane>& asked) {
  using Real = typename Lane::Real;
  const ProgrammeTable& programme = now.market.programme[which];
  const Real none(0.0f), one(1.0f), brand(programme.brand), full(programme.threshold[now.row] + 1);
  float* const cards = now.people.card[which];
  Answers<Lane> lost;  // the points of those who have left
  int leavers = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const Real last = Lane::load(now.people.last + i), card = Lane::load(cards + i);
    const auto gone = last < none;
    const auto is_member = card > none;
    const auto bought = (last == brand) & (Lane::load(now.scratch.purchases + (i - now.begin)) > none);
    asked.add(now.people, i, (bought & ~is_member) | (~gone & (card >= full)), card);
    if (!any(gone & is_member)) continue;
    const Real row = Lane::real(Lane::count_up()) + Real(static_cast<float>(i));
    leavers += Lane::compress(card - one, gone & is_member & (row < Real(static_cast<float>(now.rows))),
                              lost + leavers);
    Lane::store(select(gone, none, card), cards + i);
  }
  std::int64_t broken = 0;
  for (int n = 0; n < leavers; ++n) broken += static_cast<std::int64_t>(lost[n]);
  asked.people.close();
  Lane::store(none, asked.card + asked.people.count());
  return broken;
}

/// Charges the rewards that each person of a slice claims, `most` at most, to the brand and to his value.
template <class Lane>
void charge_rewards(const Moment& now, const ProgrammeTable& programme, const float* claimed, float most,
                    std::int64_t all) {
  if (all == 0) return;
  const std::int64_t cost = programme.reward_cost[now.row];
  const int at = now.row * now.market.brands + programme.brand;
  now.counts.rewards[at] += all;
  now.counts.reward_cost[at] += all * cost;
  now.counts.programme_cost[at] += all * cost;
  now.counts.value[at] -= all * cost;
  credit_times<Lane>(now, claimed, most, programme.brand, -cost);
}

/// At the end of a period members claim rewards, or let them break, and customers enrol. Two uniforms of the
/// period decide: with a higher chance the same people enrol, and others with them.
template <class Lane>
void run_programmes(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Columns& people = now.people;
  const Real none(0.0f), one(1.0f);
  for (int p = 0; p < m.programmes; ++p) {
    const ProgrammeTable& programme = m.programme[p];
    const Real threshold(programme.threshold[now.row]), enrolment(programme.enrolment[now.row]);
    float *const cards = people.card[p], *const perks = people.perk[p];
    CardHolders<Lane> holders{.people = Concerned<Lane>(now)};
    const Concerned<Lane>& asked = holders.people;
    Answers<Lane> claimed_of, added_of, is_due;
    std::int32_t rewards_of[slice + Lane::width], lost_of[slice + Lane::width];
    Real most = none;
    std::int64_t rewards = 0, broken = look_at_cards<Lane>(now, p, holders);
    const lanes::Philox<Lane> random = asked.luck(Purpose::programme, m.slot[programme.brand]);
    for (int n = 0; n < asked.count(); n += Lane::width) {
      typename Lane::Word words[4];
      asked.words(random, n, words);
      Real card = Lane::load(holders.card + n);
      const auto is_member = card > none;
      const Real due = Lane::real(Lane::whole(max(card - one, none) / threshold)), spent = due * threshold;
      const auto claims = ~(lanes::uniform<Lane>(words[1]) < Real(programme.breakage));
      const Real claimed = select(claims, due, none);
      const Real need = log2_of_need<Lane>(m, Lane::load(holders.level + n), Lane::load(holders.rate + n));
      const Real chance =
          enrolment_chance(enrolment, Real(programme.selection), need, Real(programme.mean_need));
      const auto enrols = ~is_member & (lanes::uniform<Lane>(words[0]) < chance);
      card = select(is_member, card - spent, select(enrols, one, none));
      Lane::store(card, holders.card + n);
      Lane::store(claimed, claimed_of + n);
      most = max(most, claimed);
      Lane::store(select(due > none, none, Real(-1.0f)), is_due + n);
      Lane::store_rounded(claimed, rewards_of + n);
      Lane::store_rounded(select(claims, none, spent), lost_of + n);
      Lane::store(select(enrols, Real(programme.utility), claimed * Real(programme.reward_utility)),
                  added_of + n);
    }
    Lane::store(Real(-1.0f), is_due + asked.count());
    Lane::add_by_code(is_due, asked.count(), 1, {Summand{rewards_of, &rewards}, Summand{lost_of, &broken}});
    asked.put(holders.card, cards + now.begin);
    float of_each[slice];
    if (programme.lifts) {
      asked.put(added_of, of_each, none);
      for (int i = now.begin; i < now.end; i += Lane::width)
        Lane::store(
            utility_left(Lane::load(perks + i), Real(programme.kept), Lane::load(of_each + (i - now.begin))),
            perks + i);
    }
    if (!counted) continue;
    asked.put(claimed_of, of_each, none);
    charge_rewards<Lane>(now, programme, of_each, greatest<Lane>(most), rewards);
    charge_members<Lane>(now, p);
    now.counts.points_broken[now.row * m.brands + programme.brand] += broken;
  }
  if (counted) count_members<Lane>(now);
}

}  // namespace clientele
