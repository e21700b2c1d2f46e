// SPDX-License-Identifier: MIT
#pragma once

#include "models/experience/satisfaction.hpp"
#include "sim/engine/phases/scratch.hpp"

namespace clientele {

/// Adds the purchases of this occasion to the counts of their brands: how many, of how much, worth what, and
/// after a purchase of which brand. Whole numbers only, so that the order does not matter.
template <class Lane>
void count_purchases(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Scratch& s = now.scratch;
  const int n = now.end - now.begin;
  std::uint32_t* tried = now.people.tried + now.begin;
  for (int j = 0; j < m.brands; ++j) {
    typename Lane::Sum value, units, extra;
    int triers = 0, purchases = 0;
    std::int64_t from[most_brands] = {};
    for (int k = 0; k < n; k += Lane::width) {
      const auto his = Lane::load(s.chosen + k) == Real(j);
      if (!any(his)) continue;
      const Real before = Lane::load(s.before + k);
      for (int b = 0; b < m.brands; ++b) from[b] += Lane::count(his & (before == Real(b)));
      purchases += Lane::count(his);
      const auto known = Lane::load(tried + k);
      triers += Lane::count(his & Lane::is_zero(known & typename Lane::Word(1u << j)));
      Lane::store(known | Lane::selected(his, typename Lane::Word(1u << j)), tried + k);
      value.add(his, s.money + k);
      units.add(his, s.amount + k);
      if (m.one_choice_a_period) extra.add(his, s.extra + k);
    }
    const int at = now.row * m.brands + j;
    for (int b = 0; b < m.brands; ++b) now.counts.switches[b * m.brands + j] += from[b];
    now.counts.purchases[at] += purchases + extra.total();
    now.counts.repeats[at] += from[j] + extra.total();
    now.counts.triers[at] += triers;
    now.counts.value[at] += value.total();
    now.counts.units[at] += units.total();
  }
}

/// Adds what buyers of ours earned us to their value: all of it for customers of today, that of the first
/// `window` periods for new ones. What those earn later counts with the brand they bought last today.
template <class Lane>
void credit_customers(const Moment& now) {
  const Scratch& s = now.scratch;
  const int n = now.end - now.begin, window = now.market.window, period = now.row;
  std::int32_t* first = now.people.first + now.begin;
  std::int32_t* bought = now.people.bought + now.begin;
  std::int64_t* value = now.people.value + now.begin;
  for (int k = 0; k < n; ++k) {
    const bool ours = s.chosen[k] == 0.0f;
    const std::int32_t began = ours && first[k] == never ? period : first[k];
    first[k] = began;
    bought[k] += ours ? 1 + s.extra[k] : 0;
    const bool late = ours && began != 0 && period >= began + window;
    value[k] += ours && !late ? s.money[k] : 0;
    if (late) now.counts.late_value[now.people.start[now.begin + k]] += s.money[k];
  }
}

/// The sum of whole numbers over the lanes; exact, whatever the order, as long as it stays below 2^24.
template <class Lane>
std::int64_t total(typename Lane::Real sums) {
  float each[Lane::width];
  Lane::store(sums, each);
  std::int64_t sum = 0;
  for (const float one : each) sum += static_cast<std::int64_t>(one);
  return sum;
}

/// Adds an amount of this period to the value of a customer of ours, as credit_customers does.
inline void credit(const Moment& now, int i, std::int64_t amount) {
  const int first = now.people.first[i];
  if (first == 0 || now.row < first + now.market.window)
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
  for (int i = now.begin; i < now.end; ++i) {
    const int brand = static_cast<int>(now.people.last[i]);
    if (brand < 0) continue;
    ++customers[brand];
    if (brand == 0) credit(now, i, -cost[0]);
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
    const int at = now.row * m.brands + static_cast<int>(whose[lane]);
    now.counts.value[at] += m.exit_fee[at];
    now.counts.fees[at] += m.exit_fee[at];
    if (whose[lane] == 0) credit(now, i + lane, m.exit_fee[at]);
  }
}

/// Takes stock at the end of a period: customers by brand, those who stayed, for how long they have
/// been so and their satisfaction, people active.
template <class Lane>
void take_stock(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const float* last = now.people.last + now.begin;
  const float* product = now.people.product + now.begin;
  const float* service = now.people.service + now.begin;
  const float* start = now.scratch.last_at_start;
  const int n = now.end - now.begin;
  const bool memory = m.product_memory || m.service_memory;
  int active = 0, lived = 0;
  for (int k = 0; k < n; k += Lane::width) {
    active += Lane::count(Lane::load(last + k) >= Real(0.0f));
    lived += Lane::count(Lane::load(start + k) >= Real(0.0f));
    if (memory) {
      const Real s = satisfaction(Lane::load(product + k), Lane::load(service + k), Real(m.product_weight));
      Lane::store_rounded(s * Real(satisfaction_scale), now.scratch.money + k);
    }
  }
  now.counts.active[now.row] += active;
  if (now.row > 0) now.counts.lived += lived;
  for (int j = 0; j < m.brands; ++j) {
    const Real brand(j);
    int customers = 0, retained = 0;
    Real since = Real(0.0f);
    typename Lane::Sum pleased;
    for (int k = 0; k < n; k += Lane::width) {
      const auto his = Lane::load(last + k) == brand;
      customers += Lane::count(his);
      retained += Lane::count(his & (Lane::load(start + k) == brand));
      since = since + select(his, Lane::load(now.people.since + now.begin + k), Real(0.0f));
      if (memory) pleased.add(his, now.scratch.money + k);
    }
    const int at = now.row * m.brands + j;
    now.counts.customers[at] += customers;
    now.counts.retained[at] += retained;
    now.counts.tenure[at] += std::int64_t{customers} * (now.row + 1) - total<Lane>(since);
    if (memory) now.counts.satisfaction[at] += pleased.total();
  }
}

}  // namespace clientele
