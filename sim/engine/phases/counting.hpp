// SPDX-License-Identifier: MIT
#pragma once

#include "models/experience/satisfaction.hpp"
#include "sim/engine/phases/channels.hpp"
#include "sim/engine/phases/lapse.hpp"

namespace clientele {

/// Adds what buyers of ours earned us to their value: all of it for customers of today, that of the first
/// `window` periods for new ones. What those earn later counts with the brand they bought last today. And
/// notes what customers of today bring their brand.
template <class Lane>
void credit_customers(const Moment& now) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  Scratch& s = now.scratch;
  const int n = now.end - now.begin;
  const Real period(now.row), window(now.market.window);
  const std::int32_t* start = now.people.start + now.begin;
  std::int32_t* first = now.people.first + now.begin;
  std::int32_t* bought = now.people.bought + now.begin;
  std::int64_t* value = now.people.value + now.begin;
  bool anyone_late = false;
  for (int k = 0; k < n; k += Lane::width) {
    const Real chosen = Lane::load(s.chosen + k), today = Lane::real(Lane::load(start + k));
    auto existing = chosen == today;
    if (now.market.lost_after > 0)
      existing = existing & (Lane::load(now.people.lapsed_today + now.begin + k) == Real(0.0f));
    const Word money = Lane::load(s.money + k);
    Lane::store(Lane::selected(existing, money), s.existing + k);
    const auto ours = chosen == Real(0.0f);
    Real began = Lane::real(Lane::load(first + k));
    began = select(ours & (began == Real(never)), period, began);
    Lane::store(Lane::whole(began), first + k);
    Lane::store(Lane::load(bought + k) + Lane::selected(ours, Lane::load(s.extra + k) + Word(1u)),
                bought + k);
    const auto late = ours & (began > Real(0.0f)) & (period >= began + window);
    anyone_late = anyone_late || any(late);
    Lane::store(select(late, today, Real(-1.0f)), s.code + k);
    Lane::add_to(value + k, Lane::selected(ours & ~late, money));
  }
  const int starts = now.market.brands + (now.market.joins || now.market.return_rate ? 1 : 0);
  if (anyone_late) Lane::add_by_code(s.code, n, starts, {Summand{s.money, now.counts.late_value}});
  if (credits_channels(now.market)) credit_channels<Lane>(now);
}

/// Adds the purchases of this occasion to the counts of their brands: how many, of how much, worth what, and
/// after a purchase of which brand. Whole numbers only, so that the order does not matter.
template <class Lane>
void count_purchases(const Moment& now) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const int n = now.end - now.begin, row = now.row * m.brands;
  std::uint32_t* tried = now.people.tried + now.begin;
  bool anyone_new = false;
  for (int k = 0; k < n; k += Lane::width) {
    const Real chosen = Lane::load(s.chosen + k);
    Real before = Lane::load(s.before + k);
    if (m.joins || m.return_rate) before = select(before == Real(newcomer), Real(-1.0f), before);
    const auto buys = chosen >= Real(0.0f);
    // The first codes are for those of whom it is not known what they bought before.
    Lane::store(select(buys, fma(before + Real(1.0f), Real(m.brands), chosen), Real(-1.0f)), s.code + k);
    const Word known = Lane::load(tried + k), it = Lane::selected(buys, Lane::bit(Lane::whole(chosen)));
    const auto first_time = buys & Lane::is_zero(known & it);
    anyone_new = anyone_new || any(first_time);
    Lane::store(select(first_time, chosen, Real(-1.0f)), s.first_time + k);
    Lane::store(known | it, tried + k);
  }
  std::int64_t pairs[(most_brands + 1) * most_brands], extra[most_brands];
  for (int c = 0; c < (m.brands + 1) * m.brands; ++c) pairs[c] = 0;
  for (int j = 0; j < m.brands; ++j) extra[j] = 0;
  Lane::count_codes(s.code, n, (m.brands + 1) * m.brands, pairs);
  const Summand value{s.money, now.counts.value + row}, units{s.amount, now.counts.units + row},
      existing{s.existing, now.counts.existing + row};
  if (m.one_choice_a_period)
    Lane::add_by_code(s.chosen, n, m.brands, {value, units, existing, Summand{s.extra, extra}});
  else
    Lane::add_by_code(s.chosen, n, m.brands, {value, units, existing});
  for (int j = 0; j < m.brands; ++j) {
    std::int64_t purchases = pairs[j];
    for (int b = 0; b < m.brands; ++b) {
      const std::int64_t switched = pairs[(b + 1) * m.brands + j];
      now.counts.switches[b * m.brands + j] += switched;
      purchases += switched;
    }
    now.counts.purchases[row + j] += purchases + extra[j];
    now.counts.repeats[row + j] += pairs[(j + 1) * m.brands + j] + extra[j];
  }
  if (anyone_new) Lane::count_codes(s.first_time, n, m.brands, now.counts.triers + row);
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

/// What keeping customers costs at the end of a period, their brand and, for ours, the value of each.
template <class Lane>
void keep_customers(const Moment& now) {
  const KernelMarket& m = now.market;
  const std::int64_t* cost = m.cost_to_keep + now.row * m.brands;
  std::int64_t customers[most_brands] = {};
  const float* customer_of = customers_at_end<Lane>(now);
  for (int i = now.begin; i < now.end; ++i) {
    const int brand = static_cast<int>(customer_of[i - now.begin]);
    if (brand < 0) continue;
    ++customers[brand];
    credit<Lane>(now, i, brand, -cost[brand]);
  }
  for (int j = 0; j < m.brands; ++j) now.counts.value[now.row * m.brands + j] -= customers[j] * cost[j];
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

/// Takes stock at the end of a period: customers by brand, those who stayed, for how long they have
/// been so and their satisfaction, people active.
template <class Lane>
void take_stock(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const float *last = now.people.last + now.begin, *customer_of = customers_at_end<Lane>(now);
  const int n = now.end - now.begin, row = now.row * m.brands;
  const bool memory = m.product_memory || m.service_memory;
  int active = 0, lived = 0;
  for (int k = 0; k < n; k += Lane::width) {
    const int i = now.begin + k;
    const Real brand = Lane::load(customer_of + k), at_start = Lane::load(s.customer_at_start + k);
    active += Lane::count(Lane::load(last + k) >= Real(0.0f));
    auto was_there = at_start >= Real(0.0f);
    if (m.lost_after > 0) was_there = was_there | (Lane::load(s.lapsed_from + k) >= Real(0.0f));
    lived += Lane::count(was_there);
    const auto stayed = (brand == at_start) & (brand >= Real(0.0f));
    Lane::store(select(stayed, brand + Real(m.brands), brand), s.code + k);
    Lane::store_rounded(Lane::load(now.people.since + i), s.amount + k);
    if (memory) {
      const Real satisfied = satisfaction(Lane::load(now.people.product + i),
                                          Lane::load(now.people.service + i), Real(m.product_weight));
      Lane::store_rounded(satisfied * Real(satisfaction_scale), s.money + k);
    }
  }
  now.counts.active[now.row] += active;
  if (now.row > 0) now.counts.lived += lived;
  std::int64_t came[2 * most_brands], since[most_brands];  // first those who came, then those who stayed
  for (int j = 0; j < m.brands; ++j) came[j] = came[m.brands + j] = since[j] = 0;
  Lane::count_codes(s.code, n, 2 * m.brands, came);
  const Summand began{s.amount, since};
  if (memory)
    Lane::add_by_code(customer_of, n, m.brands, {began, Summand{s.money, now.counts.satisfaction + row}});
  else
    Lane::add_by_code(customer_of, n, m.brands, {began});
  for (int j = 0; j < m.brands; ++j) {
    const std::int64_t stayed = came[m.brands + j], customers = came[j] + stayed;
    now.counts.customers[row + j] += customers;
    now.counts.retained[row + j] += stayed;
    now.counts.tenure[row + j] += customers * (now.row + 1) - since[j];
  }
}

}  // namespace clientele
