// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/concerned.hpp"
#include "sim/engine/phases/counting.hpp"
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

/// Which purchases of this occasion fail, who complains of it and who is answered in time, each by a uniform
/// of its own: at a higher chance the same people fail, and others with them. Eight bits of the core say of
/// most purchases that they do not. With one choice a period its purchases fail together.
template <class Lane>
void suffer_failures(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const float *failure = m.failure + now.row * m.brands, *response = m.response + now.row * m.brands;
  const Real none(0.0f), one(1.0f), voice(m.voice), eight(256.0f);
  const auto chance = [&](Real brand) { return eight * rating_of<Lane>(brand, failure, m.brands); };
  const Concerned<Lane> these(now, [&](int k) {
    const Real chosen = Lane::load(s.chosen + k);
    Lane::store(none, s.harm + k);
    return (chosen >= none) &
           (bits_of_failure<Lane>(Lane::load(s.word[0] + k), Lane::load(s.word[1] + k)) < chance(chosen));
  });
  Answers<Lane> stage;
  const lanes::Philox<Lane> random = these.luck(Purpose::purchase, static_cast<std::uint32_t>(now.occasion));
  for (int n = 0; n < these.count(); n += Lane::width) {
    const Real chosen = these.of(s.chosen, n),
               bits = bits_of_failure<Lane>(these.of(s.word[0], n), these.of(s.word[1], n));
    typename Lane::Word words[4];
    these.words(random, n, words);
    const auto fails = bits + lanes::uniform<Lane>(words[1]) < chance(chosen);
    const auto complains = fails & (lanes::uniform<Lane>(words[2]) < voice);
    const auto answered =
        complains & (lanes::uniform<Lane>(words[3]) < rating_of<Lane>(chosen, response, m.brands));
    Lane::store(select(fails, one, none) + select(complains, one, none) + select(answered, one, none),
                stage + n);
  }
  const float harm[failure_stages] = {0, 1, 1, m.harm_after_answer};
  std::int64_t cost[most_brands][failure_stages] = {};
  for (int j = 0; j < m.brands; ++j) {
    cost[j][complained] = m.complaint_cost[now.row * m.brands + j];
    cost[j][answered_in_time] = cost[j][complained] + m.answer_cost[now.row * m.brands + j];
  }
  std::int64_t purchases[most_brands][failure_stages] = {};
  std::uint32_t costly[slice];
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
