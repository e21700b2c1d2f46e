// SPDX-License-Identifier: MIT
#pragma once

#include "models/experience/satisfaction.hpp"
#include "sim/engine/phases/channels.hpp"
#include "sim/engine/phases/lapse.hpp"

namespace clientele {

/// Adds what buyers of ours earned us to their value: all of it for customers of today, that of the first
/// `window` periods for new ones. What those earn later counts with the brand they bought last today. And
/// notes what customers of today bring their brand.
template <class Lane, class Now>
void credit_customers(const Now& now) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  Scratch& s = now.scratch;
  const int n = now.end - now.begin;
  const Real period(now.row), window(now.market.window), none(0.0f), not_yet(never);
  const bool some_may_be_late = now.row > now.market.window;
  const std::int32_t* start = now.people.start + now.begin;
  std::int32_t* first = now.people.first + now.begin;
  std::int32_t* bought = now.people.bought + now.begin;
  std::int64_t* value = now.people.value + now.begin;
  bool anyone_late = false;
  for (int k = 0; k < n; k += Lane::width) {
    const Real chosen = Lane::load(s.chosen + k), today = Lane::real(Lane::load(start + k));
    auto existing = chosen == today;
    if (now.market.lost_after > 0)
      existing = existing & (Lane::load(now.people.lapsed_today + now.begin + k) == none);
    const Word money = Lane::load(s.money + k);
    Lane::store(Lane::selected(existing, money), s.existing + k);
    const auto ours = chosen == none;
    Real began = Lane::real(Lane::load(first + k));
    began = select(ours & (began == not_yet), period, began);
    Lane::store(Lane::whole(began), first + k);
    const Word made = Lane::load(s.tally + k) & Word(one_choice - 1);
    Lane::store(Lane::load(bought + k) + Lane::selected(ours, made), bought + k);
    auto counts = ours;
    if (some_may_be_late) {
      const auto late = ours & (began > none) & (period >= began + window);
      anyone_late = anyone_late || any(late);
      Lane::store(select(late, today, Real(-1.0f)), s.code + k);
      counts = ours & ~late;
    }
    Lane::add_to(value + k, Lane::selected(counts, money));
  }
  const int starts = now.market.brands + (now.market.joins || now.market.return_rate ? 1 : 0);
  if (anyone_late) Lane::add_by_code(s.code, n, starts, {Summand{s.money, now.counts.late_value}});
  if (credits_channels(now.market)) credit_channels<Lane>(now);
}

/// Lists those who choose another brand than the one bought last, and those who try one, to be counted.
template <class Lane, class Now>
void note_choices(const Now& now) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  Scratch& s = now.scratch;
  const int n = now.end - now.begin, brands = now.market.brands;
  const Real unknown(brands), none(0.0f);
  const Word first_time(static_cast<std::uint32_t>((brands + 1) * brands));
  const float* befores = brands_before(now);
  std::uint32_t* tried = now.people.tried + now.begin;
  std::uint32_t news[slice + Lane::width];
  int told = 0;
  for (int k = 0; k < n; k += Lane::width) {
    const Real chosen = Lane::load(s.chosen + k), before = Lane::load(befores + k);
    const auto buys = chosen >= none;
    const Word all = Lane::load(tried + k), bit = Lane::selected(buys, Lane::bit(Lane::whole(chosen)));
    Lane::store(all | bit, tried + k);
    const auto tries = buys & Lane::is_zero(all & bit), moves = buys & ~(chosen == before);
    const auto is_known = (before >= none) & (before < unknown);
    const Real from = in_plain_market<Now> ? before : select(is_known, before, unknown);
    const Word what = Lane::whole(fma(from, unknown, chosen)) + Lane::selected(tries, first_time);
    told += Lane::compress(what, tries | moves, news + told);
  }
  count_places<Lane>(news, told, s.moves.choices);
}

/// Adds the purchases of this occasion to the counts of their brands: how many, of how much, worth what.
/// Whole numbers only, so that the order does not matter.
template <class Lane, class Now>
void count_purchases(const Now& now) {
  const auto& m = now.market;
  Scratch& s = now.scratch;
  const int n = now.end - now.begin, row = now.row * m.brands;
  if (notes_tries(m)) note_choices<Lane>(now);
  std::int64_t tallies[most_brands] = {};
  Lane::template add_by_code<2>(
      s.chosen, n, m.brands,
      {Summand{s.money, now.counts.value + row}, Summand{s.amount, now.counts.units + row},
       Summand{s.existing, now.counts.existing + row}, Summand{s.tally, tallies}});
  for (int j = 0; j < m.brands; ++j) {
    s.moves.chosen[j] += tallies[j] / one_choice;
    s.moves.purchases[j] += tallies[j] % one_choice;
  }
}

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

/// Counts customers by brand at the end of a period.
template <class Lane, class Now>
void count_customers(const Now& now) {
  Lane::count_codes(customers_at_end<Lane>(now), now.end - now.begin, now.market.brands,
                    now.counts.customers + now.row * now.market.brands);
}

/// People active at the end of a period, and those who were as it began.
template <class Lane>
void count_active(const Moment& now) {
  using Real = typename Lane::Real;
  const Scratch& s = now.scratch;
  int active = 0, lived = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    active += Lane::count(Lane::load(now.people.last + i) >= Real(0.0f));
    auto was_there = Lane::load(s.customer_at_start + k) >= Real(0.0f);
    if (now.market.lost_after > 0) was_there = was_there | (Lane::load(s.lapsed_from + k) >= Real(0.0f));
    lived += Lane::count(was_there);
  }
  now.counts.active[now.row] += active;
  if (now.row > 0) now.counts.lived += lived;
}

/// Takes stock at the end of a period of what customers have: since when they have been so, and their
/// satisfaction. How many they are follows from who moved.
template <class Lane, class Now>
void take_stock(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  Scratch& s = now.scratch;
  const int n = now.end - now.begin, row = now.row * m.brands;
  const bool memory = m.product_memory || m.service_memory;
  const Real product_weight(m.product_weight);
  for (int k = 0; k < n; k += Lane::width) {
    const int i = now.begin + k;
    Lane::store_rounded(Lane::load(now.people.since + i), s.amount + k);
    if (memory) {
      const Real satisfied = satisfaction(Lane::load(now.people.product + i),
                                          Lane::load(now.people.service + i), product_weight);
      Lane::store_rounded(satisfied * Real(satisfaction_scale), s.money + k);
    }
  }
  std::int64_t since[most_brands] = {};
  const float* customer_of = customers_at_end<Lane>(now);
  const Summand began{s.amount, since}, satisfied{s.money, now.counts.satisfaction + row};  // both small
  if (memory)
    Lane::template add_by_code<0>(customer_of, n, m.brands, {began, satisfied});
  else
    Lane::template add_by_code<0>(customer_of, n, m.brands, {began});
  for (int j = 0; j < m.brands; ++j) now.counts.tenure[row + j] -= since[j];
}

}  // namespace clientele
