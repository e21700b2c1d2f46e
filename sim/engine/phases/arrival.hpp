// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/concerned.hpp"

namespace clientele {

/// Index of a person within his segment, by which tables of persons are read.
template <class Lane>
typename Lane::Word index_in_segment(const Columns& people, int i) {
  return Lane::load(people.person + i) & typename Lane::Word(0xffffffu);
}

/// What decides how many messages a person hears in a period, and whether one wins a prospect: 31 bits.
template <class Lane>
typename Lane::Real luck_of_hearing(const typename Lane::Word (&words)[4]) {
  return Lane::real(down<1>(words[0])) * typename Lane::Real(0x1p-31f);
}

/// Whether somebody of a slice may come in in this period, for the first time or again.
inline bool someone_may_come(const Moment& now) { return now.market.return_rate || now.end > now.fresh; }

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

/// Who came in in this period is a newcomer now, and has no brand yet.
template <class Lane>
void arrive(const Moment& now) {
  using Real = typename Lane::Real;
  if (!someone_may_come(now)) return;
  const Columns& people = now.people;
  const Real none(0.0f), one(1.0f), nobody(-1.0f), fresh(static_cast<float>(now.fresh)),
      rows(static_cast<float>(now.rows));
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real row = Lane::real(Lane::count_up()) + Real(static_cast<float>(i));
    const auto comes = (row >= fresh) & (row < rows);
    Lane::store(select(comes, one, none), now.scratch.joined + k);
    if (now.market.talks)
      Lane::store(select(comes, Lane::load(people.referred + i), nobody), now.scratch.referred + k);
    if (!any(comes)) continue;
    Lane::store(select(comes, Real(newcomer), Lane::load(people.last + i)), people.last + i);
    if (now.market.contract)
      Lane::store(select(comes, none, Lane::load(people.term_left + i)), people.term_left + i);
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

/// The period is over, and nobody of a slice has just come in.
template <class Lane>
void forget_arrivals(const Moment& now) {
  if (!someone_may_come(now)) return;
  for (int k = 0; k < now.end - now.begin; k += Lane::width)
    Lane::store(typename Lane::Real(0.0f), now.scratch.joined + k);
}

}  // namespace clientele
