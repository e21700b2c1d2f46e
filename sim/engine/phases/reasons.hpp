// SPDX-License-Identifier: MIT
#pragma once

#include "models/choice/reasons.hpp"
#include "models/experience/satisfaction.hpp"
#include "sim/engine/phases/experience.hpp"

namespace clientele {

template <class Lane>
typename Lane::Real number_of(Reason reason) {
  return typename Lane::Real(static_cast<float>(static_cast<int>(reason)));
}

/// Adds what memories of the brand bought last say to the pull of another one.
template <class Lane>
void add_experience(const Moment& now, int i, typename Lane::Real last, Pull<typename Lane::Real>& pull) {
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
      rating = rating_of<Lane>(last, ratings + now.row * m.brands, m.brands);
    }
    return experience_pull(weight, rating, memory, part, slope, bound);
  };
  pull.product = pull.product + pull_of(product, m.quality_driver, m.quality, share);
  pull.service = pull.service + pull_of(service, m.service_driver, m.service, Real(1.0f) - share);
}

/// What pulls each person of a lane from the brand that he bought last to the one that he has chosen.
template <class Lane, bool memory>
Pull<typename Lane::Real> pull_at(const Moment& now, int i, typename Lane::Real last,
                                  typename Lane::Real chosen) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Real none(0.0f), one(1.0f);
  Real side[most_brands], liked = none, cheaper = none;  // +1 for the brand chosen, −1 for the last one
  for (int j = 0; j < m.brands; ++j) {
    side[j] = select(chosen == Real(j), one, none) - select(last == Real(j), one, none);
    liked = fma(side[j], Lane::load(now.people.own[j] + i), liked);
    cheaper = fma(side[j], Real(0.0f - m.price_term[now.row * m.brands + j]), cheaper);
  }
  Pull<Real> pull{.price = Lane::load(now.people.sensitivity + i) * cheaper,
                  .offer = none,
                  .product = none,
                  .service = none,
                  .preference = liked,
                  .habit = none - Lane::load(now.people.inertia + i)};
  if (m.contract) pull.price = pull.price - Lane::load(now.scratch.tie + (i - now.begin));
  for (int d = 0; d < m.drivers; ++d) {
    const DriverTable& driver = m.driver[d];
    Real better = none;
    for (int j = 0; j < m.brands; ++j)
      better = fma(side[j], Real(driver.rating[now.row * m.brands + j]), better);
    const Real worth = Lane::load(now.people.weight[d] + i) * better;
    pull.preference = pull.preference - worth;  // drivers are part of `own`
    Real& part = driver.about == DriverTable::product   ? pull.product
                 : driver.about == DriverTable::service ? pull.service
                                                        : pull.offer;
    part = part + worth;
  }
  if constexpr (memory) add_experience<Lane>(now, i, last, pull);
  return pull;
}

/// Notes why those switch at this occasion who leave the brand whose customers they were as the period began;
/// the last such switch of the period counts. To be called before they live through the purchase. A switching
/// matrix knows only chance.
template <class Lane, bool memory>
void note_reasons(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const bool someone_gone = !m.all_present[now.row] || m.brands > m.incumbents;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real last = Lane::load(s.before + k), chosen = Lane::load(s.chosen + k);
    const auto leaves =
        (chosen >= Real(0.0f)) & (last == Lane::load(s.customer_at_start + k)) & ~(chosen == last);
    if (!any(leaves)) continue;
    Real reason = number_of<Lane>(Reason::variety);
    if (!m.switching) reason = reason_of_switch(pull_at<Lane, memory>(now, i, last, chosen));
    if (someone_gone) {
      const Real present = rating_of<Lane>(last, m.present + now.row * m.brands, m.brands);
      reason = select(present == Real(0.0f), number_of<Lane>(Reason::unavailable), reason);
    }
    Lane::store(select(leaves, reason, Lane::load(s.reason + k)), s.reason + k);
  }
}

/// Counts at the end of a period those who are no longer customers of the brand whose they were at its start:
/// by brand and reason; and of those who left us or came to us, by the other brand, too.
template <class Lane>
void count_lost(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Scratch& s = now.scratch;
  const float* customer_of = customers_at_end<Lane>(now);
  const int nowhere = m.brands, rows = m.periods + 1;
  for (int k = 0; k < now.end - now.begin; k += Lane::width) {
    const Real start = Lane::load(s.customer_at_start + k), end = Lane::load(customer_of + k);
    if (!any((start >= Real(0.0f)) & ~(start == end))) continue;
    for (int lane = k; lane < k + Lane::width; ++lane) {
      const int from = static_cast<int>(s.customer_at_start[lane]), to = static_cast<int>(customer_of[lane]);
      if (from < 0 || from == to) continue;
      const bool lapsed = to < 0 && now.people.last[now.begin + lane] >= 0;
      const int why = lapsed ? static_cast<int>(Reason::lapsed) : static_cast<int>(s.reason[lane]);
      ++now.counts.lost[(why * rows + now.row) * m.brands + from];
      const int at = (now.row * all_reasons + why) * (m.brands + 1);
      if (from == 0) ++now.counts.lost_by_us[at + (to < 0 ? nowhere : to)];
      if (to == 0) ++now.counts.won_by_us[at + from];
    }
  }
}

}  // namespace clientele
