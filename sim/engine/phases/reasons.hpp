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

  /// What a row of a table has more of for the brand chosen.
  typename Lane::Real gap(const float* table, int row) const {
    return rating_of<Lane>(chosen, table + row * brands, brands) -
           rating_of<Lane>(last, table + row * brands, brands);
  }
};

/// Adds what memories of the brand bought last say to the pull of another one.
template <class Lane>
void add_experience(const Moment& now, int i, const Sides<Lane>& sides, Pull<typename Lane::Real>& pull) {
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
      rating = rating_of<Lane>(sides.last, ratings + now.row * sides.brands, sides.brands);
    }
    return experience_pull(weight, rating, memory, part, slope, bound);
  };
  pull.product = pull.product + pull_of(product, m.quality_driver, m.quality_said, share);
  pull.service = pull.service + pull_of(service, m.service_driver, m.service_said, Real(1.0f) - share);
}

/// What pulls each person of a lane from the brand that he bought last to the one that he has chosen, with
/// all that drivers say still in `preference`.
template <class Lane, bool memory>
Pull<typename Lane::Real> whole_pull(const Moment& now, int i, const Sides<Lane>& sides) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real none(0.0f);
  const Real liked = of_brand<Lane>(now.people.own, i, sides.chosen, sides.brands) -
                     of_brand<Lane>(now.people.own, i, sides.last, sides.brands);
  const Real dearer = sides.gap(m.price_term, now.row);
  Pull<Real> pull{.price = none - Lane::load(now.people.sensitivity + i) * dearer,
                  .offer = none,
                  .product = none,
                  .service = none,
                  .preference = liked,
                  .habit = none - bond_by_now<Lane>(now, i, sides.last)};
  for (int j = 0; m.favoured && j < sides.brands; ++j) {
    const Real favour = favour_of<Lane>(now, i, j);
    pull.offer = pull.offer + select(sides.chosen == Real(j), favour, none) -
                 select(sides.last == Real(j), favour, none);
  }
  if (m.contract) pull.price = pull.price - Lane::load(now.scratch.tie + (i - now.begin));
  if constexpr (memory) add_experience<Lane>(now, i, sides, pull);
  return pull;
}

/// Puts what drivers say in its place.
template <class Lane>
void set_drivers_apart(const Moment& now, int i, const Sides<Lane>& sides, Pull<typename Lane::Real>& pull) {
  const KernelMarket& m = now.market;
  for (int d = 0; d < m.drivers; ++d) {
    const DriverTable& driver = m.driver[d];
    const auto worth = Lane::load(now.people.weight[d] + i) * sides.gap(driver.rating, now.row);
    auto& part = driver.about == DriverTable::product   ? pull.product
                 : driver.about == DriverTable::service ? pull.service
                                                        : pull.offer;
    part = part + worth;
    pull.preference = pull.preference - worth;
  }
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
      const Sides<Lane> sides{last, chosen, brands};
      Pull<Real> pull = whole_pull<Lane, memory>(now, i, sides);
      const auto better = advantage(pull) > Real(0.0f);
      if (any(leaves & better)) {
        set_drivers_apart<Lane>(now, i, sides, pull);
        reason = select(better, largest_part(pull), reason);
      }
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

/// Adds one to the count at each place of a list.
template <class Lane>
void count_places(const std::uint32_t* places, int n, std::int64_t* counts) {
  for (int i = 0; i < n; ++i) ++counts[places[i]];
}

/// Counts at the end of a period those who are no longer customers of the brand whose they were at its start:
/// by brand and reason; and of those who left us or came to us, by the other brand, too.
template <class Lane>
void count_lost(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Scratch& s = now.scratch;
  const float *customer_of = customers_at_end<Lane>(now), *last = now.people.last + now.begin;
  const Real none(0.0f), apart((m.periods + 1) * m.brands), columns(m.brands + 1), nowhere(m.brands);
  std::uint32_t lost[slice + Lane::width], by_us[slice + Lane::width], to_us[slice + Lane::width];
  int all_lost = 0, lost_by_us = 0, won_by_us = 0;
  for (int k = 0; k < now.end - now.begin; k += Lane::width) {
    const Real start = Lane::load(s.customer_at_start + k), end = Lane::load(customer_of + k);
    const auto gone = (start >= none) & ~(start == end);
    if (!any(gone)) continue;
    Real why = select(gone, Lane::load(s.reason + k), none);
    if (m.lost_after > 0)
      why = select((end < none) & (Lane::load(last + k) >= none), number_of<Lane>(Reason::lapsed), why);
    all_lost += Lane::compress(Lane::whole(fma(why, apart, start)), gone, lost + all_lost);
    const auto ours = gone & (start == none), come = gone & (end == none);
    const Real to = select(end >= none, end, nowhere);
    lost_by_us += Lane::compress(Lane::whole(fma(why, columns, to)), ours, by_us + lost_by_us);
    won_by_us += Lane::compress(Lane::whole(fma(why, columns, start)), come, to_us + won_by_us);
  }
  const int row_by_us = now.row * all_reasons * (m.brands + 1);
  count_places<Lane>(lost, all_lost, now.counts.lost + now.row * m.brands);
  count_places<Lane>(by_us, lost_by_us, now.counts.lost_by_us + row_by_us);
  count_places<Lane>(to_us, won_by_us, now.counts.won_by_us + row_by_us);
}

}  // namespace clientele
