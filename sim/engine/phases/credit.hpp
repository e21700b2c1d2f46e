// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/channels.hpp"
#include "sim/engine/phases/lapse.hpp"

namespace clientele {

// What customers bring their brand beside purchases, and cost it.

/// Adds an amount that a customer brings his brand in this period, other than by a purchase, as
/// credit_customers does.
template <class Lane>
void credit(const Moment& now, int i, int brand, std::int64_t amount) {
  const bool lapsed = now.market.lost_after > 0 && now.people.lapsed_today[i] != 0;
  if (now.people.start[i] == brand && !lapsed)
    now.counts.existing[now.row * now.market.brands + brand] += amount;
  if (credits_channels(now.market)) credit_channel<Lane>(now, i, brand, amount);
  if (brand != 0) return;
  const int first = now.people.first[i];
  if (first == 0 || first == returner || now.row < first + now.market.window)
    now.people.value[i] += amount;
  else
    now.counts.late_value[now.people.start[i]] += amount;
}

/// An amount that several customers bring their brand in a period. Of customers of ours it is noted, to be
/// credited once a period, unless there is no room for it, or it counts for the channel by which they came.
template <class Lane>
class Payment {
 public:
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;

  /// times: the most that anybody pays it.
  Payment(const Moment& now, int brand, std::int64_t amount, float times = 1)
      : now_(now), brand_(brand), amount_(amount) {
    const double room = static_cast<double>(now.market.most_due) / (times > 1 ? times : 1);
    const auto so_much = static_cast<double>(amount);
    noted_ = brand == 0 && so_much <= room && so_much >= -room && !credits_channels(now.market);
  }

  /// One person pays it so many times.
  void by_one(int i, std::int64_t times) const {
    if (noted_)
      now_.scratch.extra[i - now_.begin] += static_cast<std::int32_t>(times * amount_);
    else if (times != 0)
      credit<Lane>(now_, i, brand_, times * amount_);
  }
  /// Those whom a mask selects pay it once.
  [[gnu::always_inline]] void by(int i, typename Lane::Mask these) const {
    if (!noted_) return by_others(i, these);
    std::int32_t* const due = now_.scratch.extra + (i - now_.begin);
    const Word his(static_cast<std::uint32_t>(static_cast<std::int32_t>(amount_)));
    Lane::store(Lane::load(due) + Lane::selected(these, his), due);
  }

 private:
  [[gnu::noinline]] void by_others(int i, typename Lane::Mask these) const {
    if (!any(these) || amount_ == 0) return;
    const KernelMarket& m = now_.market;
    if (brand_ == 0 || credits_channels(m)) {
      float his[Lane::width];
      Lane::store(select(these, Real(1.0f), Real(0.0f)), his);
      for (int lane = 0; lane < Lane::width; ++lane)
        if (his[lane] != 0) credit<Lane>(now_, i + lane, brand_, amount_);
      return;
    }
    auto existing = these & (Lane::real(Lane::load(now_.people.start + i)) == Real(brand_));
    if (m.lost_after > 0) existing = existing & (Lane::load(now_.people.lapsed_today + i) == Real(0.0f));
    now_.counts.existing[now_.row * m.brands + brand_] += Lane::count(existing) * amount_;
  }

  const Moment& now_;
  const int brand_;
  const std::int64_t amount_;
  bool noted_;
};

/// Whether there are such notes, and nothing noted yet.
template <class Lane>
bool has_dues(const KernelMarket& m) {
  return m.contacts > 0 || m.programmes > 0 || m.add_ons > 0 || m.cost_to_keep;
}
template <class Lane>
void forget_dues(const Moment& now) {
  for (int k = 0; k < now.end - now.begin; k += Lane::width)
    Lane::store(typename Lane::Word(0u), now.scratch.extra + k);
}

/// Credits what customers of ours have brought in this period other than by purchases. Those who were so
/// today and those who are late are not the same: the first are counted as existing, the others where they
/// were.
template <class Lane>
void credit_dues(const Moment& now) {
  using Real = typename Lane::Real;
  Scratch& s = now.scratch;
  const int n = now.end - now.begin;
  const Real ours(0.0f), others(-1.0f), window(now.market.window), period(now.row);
  bool anyone_late = false;
  for (int k = 0; k < n; k += Lane::width) {
    const int i = now.begin + k;
    const Real start = Lane::real(Lane::load(now.people.start + i)),
               first = Lane::real(Lane::load(now.people.first + i));
    auto existing = start == ours;
    if (now.market.lost_after > 0) existing = existing & (Lane::load(now.people.lapsed_today + i) == ours);
    const auto late = (first > ours) & ~(period < first + window);
    anyone_late = anyone_late || any(late);
    Lane::store(select(existing | late, start, others), s.code + k);
    Lane::add_to(now.people.value + i, Lane::selected(~late, Lane::load(s.extra + k)));
  }
  std::int64_t sums[most_brands + 1] = {};
  Lane::add_by_code(s.code, n, anyone_late ? now.market.brands + 1 : 1, {Summand{s.extra, sums}});
  now.counts.existing[now.row * now.market.brands] += sums[0];
  for (int j = 1; anyone_late && j <= now.market.brands; ++j) now.counts.late_value[j] += sums[j];
}

/// What keeping customers costs at the end of a period, their brand and, for ours, the value of each.
template <class Lane>
void keep_customers(const Moment& now) {
  const KernelMarket& m = now.market;
  const std::int64_t* cost = m.cost_to_keep + now.row * m.brands;
  const float* customer_of = customers_at_end<Lane>(now);
  for (int j = 0; j < m.brands; ++j) {
    const Payment<Lane> keeping(now, j, -cost[j]);
    std::int64_t customers = 0;
    for (int i = now.begin; i < now.end; i += Lane::width) {
      const auto his = Lane::load(customer_of + (i - now.begin)) == typename Lane::Real(j);
      customers += Lane::count(his);
      keeping.by(i, his);
    }
    now.counts.value[now.row * m.brands + j] -= customers * cost[j];
  }
}

/// What those whom a mask selects pay their last brand for leaving before the end of their contract.
template <class Lane>
void pay_exit_fee(const Moment& now, int i, typename Lane::Mask pays) {
  using Real = typename Lane::Real;
  if (!any(pays)) return;
  const KernelMarket& m = now.market;
  float whose[Lane::width];
  Lane::store(select(pays, Lane::load(now.people.last + i), Real(-1.0f)), whose);
  for (int lane = 0; lane < Lane::width; ++lane) {
    if (whose[lane] < 0) continue;
    const int brand = static_cast<int>(whose[lane]), at = now.row * m.brands + brand;
    now.counts.value[at] += m.exit_fee[at];
    now.counts.fees[at] += m.exit_fee[at];
    credit<Lane>(now, i + lane, brand, m.exit_fee[at]);
  }
}

}  // namespace clientele
