// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/concerned.hpp"
#include "sim/engine/phases/credit.hpp"
#include "sim/engine/phases/experience.hpp"

namespace clientele {

/// What came of a purchase.
enum FailureStage : int { nothing_failed, failed, complained, answered_in_time, failure_stages };

/// How many purchases fail when one of a person does.
template <class Lane>
int times_of(const Moment& now, int k) {
  return now.market.one_choice_a_period ? static_cast<int>(now.scratch.purchases[k]) : 1;
}

/// What is counted and charged of the failures of a brand in a period, by what came of them.
template <class Lane>
void count_failures(const Moment& now, int brand, const std::int64_t (&purchases)[failure_stages]) {
  const KernelMarket& m = now.market;
  const int at = now.row * m.brands + brand;
  const std::int64_t answered = purchases[answered_in_time], complaints = purchases[complained] + answered;
  const std::int64_t cost = complaints * m.complaint_cost[at] + answered * m.answer_cost[at];
  now.counts.failures[at] += purchases[failed] + complaints;
  now.counts.complaints[at] += complaints;
  now.counts.answered[at] += answered;
  now.counts.complaint_cost[at] += cost;
  now.counts.value[at] -= cost;
}

/// The chance that a purchase of each person's brand fails.
template <class Lane>
typename Lane::Real chance_of_failure(const KernelMarket& m, int row, typename Lane::Real brand) {
  return rating_of<Lane>(brand, m.failure + row * m.brands, m.brands);
}

/// Which purchases of this occasion may fail. Eight bits of the core say of most that they do not.
template <class Lane>
Concerned<Lane> doubtful_purchases(const Moment& now) {
  using Real = typename Lane::Real;
  const Scratch& s = now.scratch;
  return Concerned<Lane>(now, [&](int k) {
    const Real brand = Lane::load(s.chosen + k),
               bits = bits_of_failure<Lane>(Lane::load(s.word[0] + k), Lane::load(s.word[1] + k));
    return (brand >= Real(0.0f)) &
           may_happen<Lane>(bits, chance_of_failure<Lane>(now.market, now.row, brand));
  });
}

/// What comes of each of them: whether it fails, he complains and is answered in time, each by a uniform of
/// its own. At a higher chance the same people fail, and others with them.
template <class Lane>
void find_stages(const Moment& now, const Concerned<Lane>& these, float* stage) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Scratch& s = now.scratch;
  const float* response = m.response + now.row * m.brands;
  const Real none(0.0f), one(1.0f), voice(m.voice);
  const lanes::Philox<Lane> random = these.luck(Purpose::purchase, static_cast<std::uint32_t>(now.occasion));
  for (int n = 0; n < these.count(); n += Lane::width) {
    const Real brand = these.of(s.chosen, n),
               bits = bits_of_failure<Lane>(these.of(s.word[0], n), these.of(s.word[1], n));
    typename Lane::Word words[4];
    these.words(random, n, words);
    const auto fails =
        happens<Lane>(bits, lanes::uniform<Lane>(words[1]), chance_of_failure<Lane>(m, now.row, brand));
    const auto complains = fails & (lanes::uniform<Lane>(words[2]) < voice);
    const auto answered =
        complains & (lanes::uniform<Lane>(words[3]) < rating_of<Lane>(brand, response, m.brands));
    Lane::store(select(fails, one, none) + select(complains, one, none) + select(answered, one, none),
                stage + n);
  }
}

/// Lets purchases of this occasion fail, and counts and charges what comes of it. With one choice a period
/// its purchases fail together.
template <class Lane>
void suffer_failures(const Moment& now, bool counted) {
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  for (int k = 0; k < now.end - now.begin; k += Lane::width)
    Lane::store(typename Lane::Real(0.0f), s.harm + k);
  const Concerned<Lane> these = doubtful_purchases<Lane>(now);
  Answers<Lane> stage;
  find_stages<Lane>(now, these, stage);
  const float harm[failure_stages] = {0, 1, 1, m.harm_after_answer};
  std::int64_t cost[most_brands][failure_stages], purchases[most_brands][failure_stages];
  for (int j = 0; j < m.brands; ++j) {
    for (int how = 0; how < failure_stages; ++how) cost[j][how] = purchases[j][how] = 0;
    cost[j][complained] = m.complaint_cost[now.row * m.brands + j];
    cost[j][answered_in_time] = cost[j][complained] + m.answer_cost[now.row * m.brands + j];
  }
  std::uint32_t costly[slice];  // goes through a list: who complains is chance that no processor guesses
  int complaints = 0;
  for (int n = 0; n < these.count(); ++n) {
    const int k = these.place(n), brand = static_cast<int>(s.chosen[k]), how = static_cast<int>(stage[n]);
    s.harm[k] = harm[how];
    purchases[brand][how] += times_of<Lane>(now, k);
    costly[complaints] = static_cast<std::uint32_t>(n);
    complaints += cost[brand][how] != 0;
  }
  if (!counted) return;
  for (int j = 0; j < m.brands; ++j) count_failures<Lane>(now, j, purchases[j]);
  for (int c = 0; c < complaints; ++c) {
    const int n = static_cast<int>(costly[c]), k = these.place(n), brand = static_cast<int>(s.chosen[k]);
    credit<Lane>(now, now.begin + k, brand,
                 -times_of<Lane>(now, k) * cost[brand][static_cast<int>(stage[n])]);
  }
}

}  // namespace clientele
