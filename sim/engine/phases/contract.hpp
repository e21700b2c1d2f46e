// SPDX-License-Identifier: MIT
#pragma once

#include "models/departure/satisfaction_shift.hpp"
#include "models/need/contract.hpp"
#include "sim/engine/phases/contacted.hpp"
#include "sim/engine/phases/credit.hpp"
#include "sim/engine/phases/experience.hpp"

namespace clientele {

/// How many whole times `by` goes into whole numbers.
template <class Lane>
typename Lane::Real whole_times(typename Lane::Real x, typename Lane::Real by) {
  return Lane::real(Lane::whole(x / by));
}

/// x_F of the exit fee, spread over the bills that are left.
template <class Lane>
typename Lane::Real fee_in_utility(const Moment& now, typename Lane::Real last, typename Lane::Real left) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real share = rating_of<Lane>(last, m.exit_fee_share + now.row * m.brands, m.brands) /
                     max(whole_times<Lane>(left, Real(m.billing)), Real(1.0f));
  return m.price_is_linear ? share : lanes::log2_of<Lane>(share + Real(1.0f)) * Real(1 / log2_e);
}

/// Need by contract: who is billed in this period, and who is free to choose, because the term is over,
/// because the brand is gone, or because he thinks of leaving before. Returns the most purchases of anybody,
/// 1 or 0.
template <class Lane>
int open_contracts(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const Real billing(m.billing), reconsider(m.reconsider[now.row]), none(0.0f), one(1.0f);
  bool some = false;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real last = Lane::load(now.people.last + i), left = Lane::load(now.people.term_left + i);
    const auto active = last >= none;
    auto due = left == none;
    if (!m.all_present[now.row])
      due = due | (rating_of<Lane>(last, m.present + now.row * m.brands, m.brands) == none);
    Real chance = reconsider;
    if (m.wakes) chance = shifted_departure(chance, awakening_of<Lane>(now, i));
    const auto thinks = lanes::uniform<Lane>(Lane::load(s.word[0] + k)) < chance;
    const auto billed = due | is_billed(left, billing, whole_times<Lane>(left, billing));
    Lane::store(select(due, one, none), s.due + k);
    Lane::store(select(due | thinks, one, none), s.free + k);
    Lane::store(select(billed, one, none), s.billed + k);
    Lane::store(select(active & (due | thinks | billed), one, none), s.purchases + k);
    some = some || any(active & (due | thinks | billed));
    Real tie = none;
    if (any(thinks & ~due)) {
      const Real now_at = rating_of<Lane>(last, m.price_term + now.row * m.brands, m.brands);
      const auto signed_at =
          Lane::whole(fma(Lane::load(now.people.signed_in + i), Real(m.brands), max(last, none)));
      const Real then_at = m.price_kept ? Lane::gather(m.price_term, signed_at) : now_at;
      tie = contract_tie(Lane::load(now.people.sensitivity + i), now_at, then_at,
                         fee_in_utility<Lane>(now, last, left));
    }
    Lane::store(select(due, none, tie), s.tie + k);
  }
  return some ? 1 : 0;
}

/// The bound keep their brand and pay where a bill is due; the others have chosen, and sign a new term where
/// the old one is over or where they leave for another brand. Who leaves before the end pays the exit fee.
template <class Lane>
void sign_contracts(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const Real none(0.0f);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real before = Lane::load(s.before + k), choice = Lane::load(s.chosen + k);
    const auto due = Lane::load(s.due + k) > none, free = Lane::load(s.free + k) > none;
    const auto chooses = free & (Lane::load(s.purchases + k) > none);
    const auto moves = chooses & (choice >= none) & ~(choice == before);
    const auto signs = moves | (chooses & due & (choice >= none));
    const auto stays_on = ~signs & ~due & (Lane::load(s.billed + k) > none) & (before >= none);
    Lane::store(select(signs, choice, select(stays_on, before, Real(-1.0f))), s.chosen + k);
    Lane::store(select(signs, Real(m.term), Lane::load(now.people.term_left + i)), now.people.term_left + i);
    Lane::store(select(signs, Real(now.row), Lane::load(now.people.signed_in + i)), now.people.signed_in + i);
    if (counted && m.exit_fee) pay_exit_fee<Lane>(now, i, moves & ~due);
  }
}

/// Adds the contracts that came to their end in this period to the counts of their brands, and those renewed.
template <class Lane>
void count_renewals(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  for (int j = 0; j < m.brands; ++j) {
    int ended = 0, renewed = 0;
    for (int k = 0; k < now.end - now.begin; k += Lane::width) {
      const auto his =
          (Lane::load(now.scratch.before + k) == Real(j)) & (Lane::load(now.scratch.due + k) > Real(0.0f));
      ended += Lane::count(his);
      renewed += Lane::count(his & (Lane::load(now.scratch.chosen + k) == Real(j)));
    }
    now.counts.ended[now.row * m.brands + j] += ended;
    now.counts.renewed[now.row * m.brands + j] += renewed;
  }
}

/// A period of every term is over.
template <class Lane>
void run_down_terms(const Moment& now) {
  using Real = typename Lane::Real;
  for (int i = now.begin; i < now.end; i += Lane::width)
    Lane::store(max(Lane::load(now.people.term_left + i) - Real(1.0f), Real(0.0f)), now.people.term_left + i);
}

}  // namespace clientele
