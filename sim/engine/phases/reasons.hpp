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

/// What rows of tables by brand have more of for one brand than for another, one number a pair of brands
/// where all pairs of so many brands fit into a lane: then it takes one look. Drivers, price and appeal.
template <class Lane, int brands>
class GapsByPair {
 public:
  static constexpr bool fit = brands > 0 && brands* brands <= Lane::width;
  static constexpr int price = most_drivers, base = most_drivers + 1;

  explicit GapsByPair(const KernelMarket& m, int row) {
    if constexpr (fit) {
      const auto pair = Lane::real(Lane::count_up());
      const auto last = Lane::whole((pair + Real(0.5f)) * Real(1.0f / brands));
      const auto chosen = Lane::whole(pair - Lane::real(last) * Real(brands));
      const auto fill = [&](int which, const float* table) {
        const float* here = table + row * brands;
        Lane::store(Lane::entry(here, brands, chosen) - Lane::entry(here, brands, last), gap_[which]);
      };
      for (int d = 0; d < m.drivers; ++d) fill(d, m.driver[d].rating);
      fill(price, m.price_term), fill(base, m.base);
    }
  }
  const float* of(int which) const { return gap_[which]; }

 private:
  using Real = typename Lane::Real;
  alignas(64) float gap_[fit ? most_drivers + 2 : 1][fit ? Lane::width : 1];
};

/// The two brands of a switch, among so many.
template <class Lane, int known = 0>
struct Sides {
  typename Lane::Real last, chosen;
  int brands;
  const GapsByPair<Lane, known>& gaps;
  const Favours<Lane>& favours;
  typename Lane::Place at_last = Lane::place(last, brands), at_chosen = Lane::place(chosen, brands);
  typename Lane::Word pair = Lane::whole(fma(last, typename Lane::Real(brands), chosen));

  /// What a row of a table has more of for the brand chosen.
  typename Lane::Real gap(int which, const float* table, int row) const {
    if constexpr (GapsByPair<Lane, known>::fit)
      return Lane::entry_of_lane(gaps.of(which), pair);
    else
      return Lane::entry(table + row * brands, brands, at_chosen) -
             Lane::entry(table + row * brands, brands, at_last);
  }
};

/// What memories of the brand bought last say for another one.
template <class Real>
struct Remembered {
  Real product, service;
};
template <class Lane, class Now, class Both>
[[gnu::always_inline]] inline Remembered<typename Lane::Real> pull_of_memories(const Now& now, int i,
                                                                               const Both& sides) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  const Real none(0.0f), low(m.dissatisfied_below), high(m.delighted_above), share(m.product_weight);
  const Real product = Lane::load(now.people.product + i), service = Lane::load(now.people.service + i);
  const bool satisfaction_pulls = m.disappointment != 0 || m.delight != 0;
  Real slope = none, bound = none;
  if (satisfaction_pulls) {
    const Real s = satisfaction(product, service, share);
    slope = select(s < low, Real(m.disappointment), select(s > high, Real(m.delight), none));
    bound = select(s < low, low, high);
  }
  const auto pull_of = [&](Real memory, int driver, const float* ratings, Real part) {
    Real pull = none;
    if (driver >= 0) {
      const Real rating = Lane::entry(ratings + now.row * sides.brands, sides.brands, sides.at_last);
      pull = driver_pull(Lane::load(now.people.weight[driver] + i), rating, memory);
    }
    return satisfaction_pulls ? pull - satisfaction_hold(memory, part, slope, bound) : pull;
  };
  return {pull_of(product, m.quality_driver, m.quality_said, share),
          pull_of(service, m.service_driver, m.service_said, Real(1.0f) - share)};
}

/// What each person of a lane likes lastingly about the brand that he has chosen, more than about the one
/// that he bought last: appeal and tastes. Without tastes all are of one mind.
template <class Lane, class Now, class Both>
[[gnu::always_inline]] inline typename Lane::Real preference_of_switch(const Now& now, int i,
                                                                       const Both& sides) {
  const auto& m = now.market;
  if (!m.taste) return sides.gap(GapsByPair<Lane, 0>::base, m.base, now.row);
  auto preference = of_brand<Lane>(now.people.own, i, sides.chosen, sides.brands) -
                    of_brand<Lane>(now.people.own, i, sides.last, sides.brands);
  for (int d = 0; d < m.drivers; ++d)  // what they say is no lasting preference
    preference =
        preference - Lane::load(now.people.weight[d] + i) * sides.gap(d, m.driver[d].rating, now.row);
  return preference;
}

/// What pulls each person of a lane from the brand that he bought last to the one that he has chosen.
template <class Lane, bool memory, class Now, class Both>
[[gnu::always_inline]] inline Pull<typename Lane::Real> pull_of_switch(const Now& now, int i,
                                                                       const Both& sides) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  const Real none(0.0f);
  Real offer = none, product = none, service = none, talk = none;
  if (talk_moves(m))
    talk = of_brand<Lane>(now.people.talk, i, sides.chosen, sides.brands) -
           of_brand<Lane>(now.people.talk, i, sides.last, sides.brands);
  const Real preference = preference_of_switch<Lane>(now, i, sides);
  for (int d = 0; d < m.drivers; ++d) {
    const Real weight = Lane::load(now.people.weight[d] + i), gap = sides.gap(d, m.driver[d].rating, now.row);
    if (m.driver[d].about == DriverTable::product)
      product = fma(weight, gap, product);
    else if (m.driver[d].about == DriverTable::service)
      service = fma(weight, gap, service);
    else
      offer = fma(weight, gap, offer);
  }
  for (int j = 0; j < sides.brands; ++j) {
    if (!sides.favours.any(j)) continue;
    const Real favour = sides.favours.of(i, j);
    offer =
        offer + select(sides.chosen == Real(j), favour, none) - select(sides.last == Real(j), favour, none);
  }
  if constexpr (memory) {
    const Remembered<Real> remembered = pull_of_memories<Lane>(now, i, sides);
    product = product + remembered.product;
    service = service + remembered.service;
  }
  Real price = none - Lane::load(now.people.sensitivity + i) *
                          sides.gap(GapsByPair<Lane, 0>::price, m.price_term, now.row);
  if (m.contract) price = price - Lane::load(now.scratch.tie + (i - now.begin));
  return {.price = price,
          .offer = offer,
          .product = product,
          .service = service,
          .preference = preference,
          .talk = talk,
          .habit = none - bond_noted<Lane>(now, i)};
}

/// Notes why those switch at this occasion who leave the brand whose customers they were as the period began;
/// the last such switch of the period counts. To be called before they live through the purchase. A switching
/// matrix knows only chance. With `known` brands the compiler keeps what it looks up in registers.
template <class Lane, bool memory, int known = 0, class Now>
[[gnu::flatten]] void note_reasons_among(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  Scratch& s = now.scratch;
  const int brands = known > 0 ? known : m.brands;
  const bool someone_gone = !m.all_present[now.row] || brands > m.incumbents;
  const GapsByPair<Lane, known> gaps(m, now.row);
  const float* before = brands_before(now);
  const Favours<Lane> favours(now);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real last = Lane::load(before + k), chosen = Lane::load(s.chosen + k);
    const auto leaves =
        (chosen >= Real(0.0f)) & (last == Lane::load(s.customer_at_start + k)) & ~(chosen == last);
    if (!any(leaves)) continue;
    Real reason = number_of<Lane>(Reason::variety);
    if (!m.switching) {
      const Pull<Real> pull =
          pull_of_switch<Lane, memory>(now, i, Sides<Lane, known>{last, chosen, brands, gaps, favours});
      reason = select(advantage(pull) > Real(0.0f), largest_part(pull), reason);
    }
    if (someone_gone) {
      const Real present = rating_of<Lane>(last, m.present + now.row * brands, brands);
      reason = select(present == Real(0.0f), number_of<Lane>(Reason::unavailable), reason);
    }
    Lane::store(select(leaves, reason, Lane::load(s.reason + k)), s.reason + k);
  }
}

template <class Lane, bool memory, class Now>
void note_reasons(const Now& now) {
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
template <class Lane, class Now>
void count_moves(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  Scratch& s = now.scratch;
  const float *customer_of = customers_at_end<Lane>(now), *last = now.people.last + now.begin;
  const Real none(0.0f), nowhere(m.brands), sides(m.brands + 1);
  std::uint32_t moves[slice + Lane::width];
  int moved = 0;
  for (int k = 0; k < now.end - now.begin; k += Lane::width) {
    const Real start = Lane::load(s.customer_at_start + k), end = Lane::load(customer_of + k);
    Real why = Lane::load(s.reason + k), from = start;
    if (m.lost_after > 0)
      why = select((end < none) & (Lane::load(last + k) >= none), number_of<Lane>(Reason::lapsed), why);
    const Real to = select(end >= none, end, nowhere);
    auto stays = start == end;
    if constexpr (!in_plain_market<Now>) {  // where nobody comes in, those who were nowhere stay there
      from = select(start >= none, start, nowhere);
      why = select(start >= none, why, none);
      stays = from == to;
    }
    const Real way =
        Lane::selected(~stays, fma(fma(why, sides, from), sides, to));  // who stays has no reason
    moved += Lane::compress(Lane::whole(way), ~stays, moves + moved);
  }
  count_places<Lane>(moves, moved, s.moves.customers);
}

}  // namespace clientele
