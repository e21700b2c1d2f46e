// SPDX-License-Identifier: MIT
#pragma once

#include "models/choice/reasons.hpp"
#include "models/experience/satisfaction.hpp"
#include "sim/engine/phases/habit.hpp"

namespace clientele {

template <class Lane>
typename Lane::Real number_of(Reason reason) {
  return typename Lane::Real(static_cast<float>(static_cast<int>(reason)));
}

/// The two brands of a switch, among so many.
template <class Lane>
struct Sides {
  typename Lane::Real last, chosen;
  int brands;
  typename Lane::Place at_last = Lane::place(last, brands), at_chosen = Lane::place(chosen, brands);

  /// What a row of a table has more of for the brand chosen.
  typename Lane::Real gap(const float* table, int row) const {
    return Lane::entry(table + row * brands, brands, at_chosen) -
           Lane::entry(table + row * brands, brands, at_last);
  }
};

/// What memories of the brand bought last say for another one.
template <class Real>
struct Remembered {
  Real product, service;
};
template <class Lane>
[[gnu::always_inline]] inline Remembered<typename Lane::Real> pull_of_memories(const Moment& now, int i,
                                                                               const Sides<Lane>& sides) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real none(0.0f), low(m.dissatisfied_below), high(m.delighted_above), share(m.product_weight);
  const Real product = Lane::load(now.people.product + i), service = Lane::load(now.people.service + i);
  Real slope = none, bound = none;
  if (m.disappointment != 0 || m.delight != 0) {
    const Real s = satisfaction(product, service, share);
    slope = select(s < low, Real(m.disappointment), select(s > high, Real(m.delight), none));
    bound = select(s < low, low, high);
  }
  const auto pull_of = [&](Real memory, int driver, const float* ratings, Real part) {
    Real weight = none, rating = none;
    if (driver >= 0) {
      weight = Lane::load(now.people.weight[driver] + i);
      rating = Lane::entry(ratings + now.row * sides.brands, sides.brands, sides.at_last);
    }
    return experience_pull(weight, rating, memory, part, slope, bound);
  };
  return {pull_of(product, m.quality_driver, m.quality_said, share),
          pull_of(service, m.service_driver, m.service_said, Real(1.0f) - share)};
}

/// What pulls each person of a lane from the brand that he bought last to the one that he has chosen.
template <class Lane, bool memory>
[[gnu::always_inline]] inline Pull<typename Lane::Real> pull_of_switch(const Moment& now, int i,
                                                                       const Sides<Lane>& sides) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real none(0.0f);
  Real offer = none, product = none, service = none;
  Real preference = of_brand<Lane>(now.people.own, i, sides.chosen, sides.brands) -
                    of_brand<Lane>(now.people.own, i, sides.last, sides.brands);
  Real talk = none;
  if (talk_moves(m)) {
    talk = of_brand<Lane>(now.people.talk, i, sides.chosen, sides.brands) -
           of_brand<Lane>(now.people.talk, i, sides.last, sides.brands);
    preference = preference - talk;
  }
  for (int d = 0; d < m.drivers; ++d) {  // what they say is no lasting preference
    const Real worth = Lane::load(now.people.weight[d] + i) * sides.gap(m.driver[d].rating, now.row);
    preference = preference - worth;
    if (m.driver[d].about == DriverTable::product)
      product = product + worth;
    else if (m.driver[d].about == DriverTable::service)
      service = service + worth;
    else
      offer = offer + worth;
  }
  for (int j = 0; m.favoured && j < sides.brands; ++j) {
    const Real favour = favour_of<Lane>(now, i, j);
    offer =
        offer + select(sides.chosen == Real(j), favour, none) - select(sides.last == Real(j), favour, none);
  }
  if constexpr (memory) {
    const Remembered<Real> remembered = pull_of_memories<Lane>(now, i, sides);
    product = product + remembered.product;
    service = service + remembered.service;
  }
  Real price = none - Lane::load(now.people.sensitivity + i) * sides.gap(m.price_term, now.row);
  if (m.contract) price = price - Lane::load(now.scratch.tie + (i - now.begin));
  return {.price = price,
          .offer = offer,
          .product = product,
          .service = service,
          .preference = preference,
          .talk = talk,
          .habit = none - bond_by_now<Lane>(now, i, sides.last)};
}

/// Notes why those switch at this occasion who leave the brand whose customers they were as the period began;
/// the last such switch of the period counts. To be called before they live through the purchase. A switching
/// matrix knows only chance. With `known` brands the compiler keeps what it looks up in registers.
template <class Lane, bool memory, int known = 0>
[[gnu::flatten]] void note_reasons_among(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const int brands = known > 0 ? known : m.brands;
  const bool someone_gone = !m.all_present[now.row] || brands > m.incumbents;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real last = Lane::load(s.before + k), chosen = Lane::load(s.chosen + k);
    const auto leaves =
        (chosen >= Real(0.0f)) & (last == Lane::load(s.customer_at_start + k)) & ~(chosen == last);
    if (!any(leaves)) continue;
    Real reason = number_of<Lane>(Reason::variety);
    if (!m.switching) {
      const Pull<Real> pull = pull_of_switch<Lane, memory>(now, i, Sides<Lane>{last, chosen, brands});
      reason = select(advantage(pull) > Real(0.0f), largest_part(pull), reason);
    }
    if (someone_gone) {
      const Real present = rating_of<Lane>(last, m.present + now.row * brands, brands);
      reason = select(present == Real(0.0f), number_of<Lane>(Reason::unavailable), reason);
    }
    Lane::store(select(leaves, reason, Lane::load(s.reason + k)), s.reason + k);
  }
}

template <class Lane, bool memory>
void note_reasons(const Moment& now) {
  switch (now.market.brands) {
    case 2:
      return note_reasons_among<Lane, memory, 2>(now);
    case 3:
      return note_reasons_among<Lane, memory, 3>(now);
    case 4:
      return note_reasons_among<Lane, memory, 4>(now);
    case 5:
      return note_reasons_among<Lane, memory, 5>(now);
    default:
      return note_reasons_among<Lane, memory>(now);
  }
}

/// Counts at the end of a period those who are no longer customers of the brand whose they were at its start,
/// or of none, by reason, this brand and the one of the end.
template <class Lane>
void count_moves(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const float *customer_of = customers_at_end<Lane>(now), *last = now.people.last + now.begin;
  const Real none(0.0f), nowhere(m.brands), sides(m.brands + 1);
  std::uint32_t moves[slice + Lane::width];
  int moved = 0;
  for (int k = 0; k < now.end - now.begin; k += Lane::width) {
    const Real start = Lane::load(s.customer_at_start + k), end = Lane::load(customer_of + k);
    Real why = Lane::load(s.reason + k);
    if (m.lost_after > 0)
      why = select((end < none) & (Lane::load(last + k) >= none), number_of<Lane>(Reason::lapsed), why);
    const Real from = select(start >= none, start, nowhere), to = select(end >= none, end, nowhere);
    const auto stays = from == to;
    why = select(start >= none, why, none);
    moved += Lane::compress(Lane::whole(fma(fma(why, sides, from), sides, to)), ~stays, moves + moved);
  }
  count_places<Lane>(moves, moved, s.moves.customers);
}

}  // namespace clientele
