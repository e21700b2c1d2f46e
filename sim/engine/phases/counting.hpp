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
