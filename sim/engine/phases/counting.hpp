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
  if (now.market.channel) credit_channels<Lane>(now);
}

/// Counts of the people of a slice, three in a word, so that they are added up at the price of one. A slice
/// has few enough people for ten bits each.
struct Three {
  static constexpr std::uint32_t first = 1, second = 1 << 10, third = 1 << 20;
  static_assert(slice < 1 << 10);
  std::int64_t sum;
  std::int64_t count_of(std::uint32_t which) const { return sum / which & 1023; }
};

/// Adds one to the count at each place of a list.
template <class Lane>
void count_places(const std::uint32_t* places, int n, std::int64_t* counts) {
  for (int i = 0; i < n; ++i) ++counts[places[i]];
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
  const Word one(Three::first), again(Three::second), anew(Three::third);
  std::uint32_t* tried = now.people.tried + now.begin;
  std::uint32_t switches[slice + Lane::width];
  int switched = 0;
  for (int k = 0; k < n; k += Lane::width) {
    const Real chosen = Lane::load(s.chosen + k), before = Lane::load(s.before + k);
    const auto buys = chosen >= Real(0.0f), repeats = chosen == before;
    const Word known = Lane::load(tried + k), it = Lane::selected(buys, Lane::bit(Lane::whole(chosen)));
    Lane::store(known | it, tried + k);
    Lane::store(one + Lane::selected(repeats, again) + Lane::selected(Lane::is_zero(known & it), anew),
                s.tally + k);
    const auto known_before = (before >= Real(0.0f)) & (before < Real(m.brands));
    switched += Lane::compress(Lane::whole(fma(before, Real(m.brands), chosen)),
                               buys & known_before & ~repeats, switches + switched);
  }
  count_places<Lane>(switches, switched, now.counts.switches);
  std::int64_t tallies[most_brands] = {}, extra[most_brands] = {};
  const Summand value{s.money, now.counts.value + row}, units{s.amount, now.counts.units + row},
      existing{s.existing, now.counts.existing + row}, tally{s.tally, tallies};
  if (m.one_choice_a_period)
    Lane::add_by_code(s.chosen, n, m.brands, {value, units, existing, tally, Summand{s.extra, extra}});
  else
    Lane::add_by_code(s.chosen, n, m.brands, {value, units, existing, tally});
  for (int j = 0; j < m.brands; ++j) {
    const Three purchases{tallies[j]};
    const std::int64_t repeats = purchases.count_of(Three::second);
    now.counts.switches[j * m.brands + j] += repeats;
    now.counts.purchases[row + j] += purchases.count_of(Three::first) + extra[j];
    now.counts.repeats[row + j] += repeats + extra[j];
    now.counts.triers[row + j] += purchases.count_of(Three::third);
  }
}

/// Adds an amount that a customer brings his brand in this period, other than by a purchase, as
/// credit_customers does.
template <class Lane>
void credit(const Moment& now, int i, int brand, std::int64_t amount) {
  const bool lapsed = now.market.lost_after > 0 && now.people.lapsed_today[i] != 0;
  if (now.people.start[i] == brand && !lapsed)
    now.counts.existing[now.row * now.market.brands + brand] += amount;
  if (now.market.channel) credit_channel<Lane>(now, i, brand, amount);
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
  using Word = typename Lane::Word;
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
    Lane::store(Word(Three::first) + Lane::selected(brand == at_start, Word(Three::second)), s.tally + k);
    Lane::store_rounded(Lane::load(now.people.since + i), s.amount + k);
    if (memory) {
      const Real satisfied = satisfaction(Lane::load(now.people.product + i),
                                          Lane::load(now.people.service + i), Real(m.product_weight));
      Lane::store_rounded(satisfied * Real(satisfaction_scale), s.money + k);
    }
  }
  now.counts.active[now.row] += active;
  if (now.row > 0) now.counts.lived += lived;
  std::int64_t tallies[most_brands] = {}, since[most_brands] = {};
  const Summand tally{s.tally, tallies}, began{s.amount, since};
  if (memory)
    Lane::add_by_code(customer_of, n, m.brands,
                      {tally, began, Summand{s.money, now.counts.satisfaction + row}});
  else
    Lane::add_by_code(customer_of, n, m.brands, {tally, began});
  for (int j = 0; j < m.brands; ++j) {
    const Three customers{tallies[j]};
    now.counts.customers[row + j] += customers.count_of(Three::first);
    now.counts.retained[row + j] += customers.count_of(Three::second);
    now.counts.tenure[row + j] += customers.count_of(Three::first) * (now.row + 1) - since[j];
  }
}

}  // namespace clientele
