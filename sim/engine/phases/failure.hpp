// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/concerned.hpp"
#include "sim/engine/phases/counting.hpp"
#include "sim/engine/phases/experience.hpp"

namespace clientele {

/// How far it came with a purchase.
enum FailureStage : int { failed = 1, complained = 2, answered_in_time = 3 };

/// Counts a failure with what became of it, and charges a complaint to the brand and the customer's value.
/// With one choice a period its purchases fail together.
template <class Lane>
void count_failure(const Moment& now, int row, int brand, int stage) {
  const KernelMarket& m = now.market;
  const int at = now.row * m.brands + brand;
  const int times = m.one_choice_a_period ? static_cast<int>(now.scratch.purchases[row - now.begin]) : 1;
  now.counts.failures[at] += times;
  if (stage < complained) return;
  const bool answered = stage == answered_in_time;
  const std::int64_t cost = times * (m.complaint_cost[at] + (answered ? m.answer_cost[at] : 0));
  now.counts.complaints[at] += times;
  if (answered) now.counts.answered[at] += times;
  now.counts.complaint_cost[at] += cost;
  now.counts.value[at] -= cost;
  credit<Lane>(now, row, brand, -cost);
}

/// Which purchases of this occasion fail, who complains of it and who is answered in time, each by a uniform
/// of its own: at a higher chance the same people fail, and others with them. The words of a purchase also
/// say what its product is.
template <class Lane>
void suffer_failures(const Moment& now, bool counted) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const KernelMarket& m = now.market;
  const float *failure = m.failure + now.row * m.brands, *response = m.response + now.row * m.brands;
  const Real none(0.0f), one(1.0f), voice(m.voice);
  Concerned<Lane, true> buyers(now);
  Answers<Lane> brand, stage, product;
  std::uint32_t failing[slice + Lane::width];
  int failures = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const Real chosen = Lane::load(now.scratch.chosen + (i - now.begin));
    Lane::store(none, now.scratch.harm + (i - now.begin));
    Lane::compress(chosen, chosen >= none, brand + buyers.count());
    buyers.add(i, chosen >= none);
  }
  buyers.close();
  Lane::store(Real(-1.0f), brand + buyers.count());
  const lanes::Philox<Lane> random = buyers.luck(Purpose::purchase, static_cast<std::uint32_t>(now.occasion));
  for (int n = 0; n < buyers.count(); n += Lane::width) {
    const Real chosen = Lane::load(brand + n);
    Word words[4];
    buyers.words(random, n, words);
    if (m.product_memory) Lane::store(lanes::normal_noise<Lane>(words[0]), product + n);
    const auto fails =
        (chosen >= none) & (lanes::uniform<Lane>(words[1]) < rating_of<Lane>(chosen, failure, m.brands));
    const auto complains = fails & (lanes::uniform<Lane>(words[2]) < voice);
    const auto answered =
        complains & (lanes::uniform<Lane>(words[3]) < rating_of<Lane>(chosen, response, m.brands));
    Lane::store(one + select(complains, one, none) + select(answered, one, none), stage + n);
    failures +=
        Lane::compress(Lane::count_up() + Word(static_cast<std::uint32_t>(n)), fails, failing + failures);
  }
  if (m.product_memory) buyers.put(product, now.scratch.product);
  for (int f = 0; f < failures; ++f) {
    const int n = static_cast<int>(failing[f]), row = buyers.row(n), how = static_cast<int>(stage[n]);
    now.scratch.harm[row - now.begin] = how == answered_in_time ? m.harm_after_answer : 1.0f;
    if (counted) count_failure<Lane>(now, row, static_cast<int>(brand[n]), how);
  }
}

}  // namespace clientele
