// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/concerned.hpp"

namespace clientele {

/// Index of a person within his segment, by which tables of persons are read.
template <class Lane>
typename Lane::Word index_in_segment(const Columns& people, int i) {
  return Lane::load(people.person + i) & typename Lane::Word(0xffffffu);
}

/// Whether people may come in in this period, for the first time or again.
inline bool someone_may_come(const Moment& now) {
  return now.market.return_rate || (now.market.joins && now.market.someone_joins[now.row]) || now.talk;
}

/// Who of those that come in in this period has never been there before.
template <class Lane>
typename Lane::Mask is_new(const Moment& now, int i) {
  using Real = typename Lane::Real;
  const auto comes = Lane::load(now.scratch.joined + (i - now.begin)) > Real(0.0f);
  if (!now.market.joins) return comes & ~comes;
  if (notes_ways(now.market)) return comes & (Lane::load(now.people.came + i) == Real(now.row));
  if (!now.market.return_rate) return comes;
  return comes & (Lane::gather(now.market.joins, index_in_segment<Lane>(now.people, i)) == Real(now.row));
}

/// Before anything is bought today: who is not in the category yet.
template <class Lane>
void set_prospects_aside(const Moment& now) {
  for (int i = now.begin; i < now.rows && i < now.end; ++i)
    if (now.market.joins[now.people.person[i] & 0xffffffu] != 0) now.people.last[i] = prospect;
}

/// Lets those in whose period has come. They have no brand yet.
template <class Lane>
void arrive(const Moment& now) {
  using Real = typename Lane::Real;
  const Columns& people = now.people;
  const Real none(0.0f), this_period(now.row);
  const bool someone = now.market.someone_joins[now.row];
  Concerned<Lane> prospects(now);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    Lane::store(none, now.scratch.joined + (i - now.begin));
    if (someone) prospects.add(i, Lane::load(people.last + i) == Real(prospect));
  }
  prospects.close();
  for (int n = 0; n < prospects.count(); n += Lane::width) {
    const Real joins = Lane::gather(now.market.joins, prospects.index_in_segment(n));
    if (!any(joins == this_period)) continue;
    float period[Lane::width];
    Lane::store(joins, period);
    for (int lane = 0; lane < Lane::width && n + lane < prospects.count(); ++lane) {
      if (period[lane] != static_cast<float>(now.row)) continue;
      const int row = prospects.row(n + lane);
      now.scratch.joined[row - now.begin] = 1;
      people.last[row] = newcomer;
      if (now.market.contract) people.term_left[row] = 0;
    }
  }
}

/// Whoever comes in makes a purchase: the only one of a need that comes once a period, else one more. Returns
/// the most purchases of anybody, who made at most `most` before.
template <class Lane>
int add_first_purchases(const Moment& now, int most) {
  using Real = typename Lane::Real;
  if (!someone_may_come(now)) return most;
  for (int k = 0; k < now.end - now.begin; k += Lane::width) {
    const Real need = Lane::load(now.scratch.purchases + k), joined = Lane::load(now.scratch.joined + k);
    Lane::store(now.market.poisson ? need + joined : max(need, joined), now.scratch.purchases + k);
  }
  return now.market.poisson ? most + 1 : most > 1 ? most : 1;
}

/// Counts who came in, and who came back; who found no brand to buy is as before.
template <class Lane>
void receive(const Moment& now) {
  using Real = typename Lane::Real;
  if (!someone_may_come(now)) return;
  int arrived = 0, came_back = 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const Real last = Lane::load(now.people.last + i);
    const auto joined = Lane::load(now.scratch.joined + (i - now.begin)) > Real(0.0f),
               found_none = last == Real(newcomer), fresh = is_new<Lane>(now, i);
    arrived += Lane::count(fresh & ~found_none);
    came_back += Lane::count(joined & ~fresh & ~found_none);
    const Real before = select(fresh, Real(prospect), Real(departed));
    Lane::store(select(found_none, before, last), now.people.last + i);
  }
  now.counts.arrived[now.row] += arrived;
  now.counts.came_back[now.row] += came_back;
}

}  // namespace clientele
