// SPDX-License-Identifier: MIT
#pragma once

#include "models/choice/habit.hpp"
#include "models/need/recency.hpp"
#include "sim/engine/phases/experience.hpp"
#include "sim/random/address.hpp"

namespace clientele {

/// What time and purchases in a row have made of the habits of each person at this occasion, as a multiple of
/// his inertia.
template <class Lane>
typename Lane::Real habit_by_now(const Moment& now, int i) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  Real part = Real(1.0f);
  if (m.habit_fades) part = habit_left(Lane::load(now.people.recency + i), Real(m.habit_fading));
  if (m.habit_grows)
    part =
        part * habit_grown(Lane::load(now.people.tenure + i), Real(m.habit_growth), Real(m.habit_learning));
  return part;
}

/// Whether what binds people to the brand bought last is more than a number of their own.
template <class Market>
[[gnu::always_inline]] inline bool bond_varies(const Market& m) {
  return m.habit_fades || m.habit_grows || m.switching_cost;
}

/// What binds each person to the brand `last` that he bought last, beside memories and contracts: his habit
/// by now and the cost of switching. Noted for bond_noted().
template <class Lane, class Now>
[[gnu::always_inline]] inline typename Lane::Real bond_by_now(const Now& now, int i,
                                                              typename Lane::Real last) {
  const auto& m = now.market;
  typename Lane::Real bond = Lane::load(now.people.inertia + i);
  if (m.habit_fades || m.habit_grows) bond = bond * habit_by_now<Lane>(now, i);
  if (m.switching_cost) bond = bond + rating_of<Lane>(last, m.switching_cost + now.row * m.brands, m.brands);
  if (bond_varies(m)) Lane::store(bond, now.scratch.bond + (i - now.begin));
  return bond;
}

/// The same as it was at the choice of this occasion.
template <class Lane, class Now>
[[gnu::always_inline]] inline typename Lane::Real bond_noted(const Now& now, int i) {
  return bond_varies(now.market) ? Lane::load(now.scratch.bond + (i - now.begin))
                                 : Lane::load(now.people.inertia + i);
}

/// log2 of each person's chance to buy nothing in a period.
template <class Lane>
typename Lane::Real log2_of_no_purchase(const Moment& now, int i) {
  using Real = typename Lane::Real;
  const Real rate = Lane::load(now.people.rate + i);
  return now.market.poisson ? rate * Real(-log2_e)
                            : lanes::log2_of<Lane>(max(Real(1.0f) - rate, Real(0x1p-100f)));
}

/// Periods from a purchase to the next in which one is made, by log2 (1 − u).
template <class Lane>
typename Lane::Real periods_between(typename Lane::Real log2_u, typename Lane::Real log2_none) {
  using Real = typename Lane::Real;
  return Lane::real(Lane::whole(periods_since_purchase(log2_u, log2_none, Real(0x1p24f)))) + Real(1.0f);
}

/// What the habit of anybody may be at his coming purchases, but for the times between them.
template <class Lane>
HabitCourse<typename Lane::Real> habit_course(const KernelMarket& m) {
  using Real = typename Lane::Real;
  HabitCourse<Real> course;
  course.left[0] = course.chance[0] = course.grown[0] = Real(1.0f);
  if (!m.habit_grows) return course;
  course.steps = habit_steps;
  for (int step = 0; step < habit_steps; ++step)
    course.grown[step] = habit_grown(Real(step_middle[step]), Real(m.habit_growth), Real(m.habit_learning));
  return course;
}

/// Adds what these times leave of the habit of each person.
template <class Lane>
void let_habit_fade(const Moment& now, int i, HabitCourse<typename Lane::Real>& course) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const bool several = m.poisson && !m.one_choice_a_period;  // purchases in a period
  Real again = Real(0.0f);
  if (several) {
    const Real rate = max(Lane::load(now.people.rate + i), Real(0x1p-20f));
    again = Real(1.0f) - (Real(1.0f) - exp2(rate * Real(-log2_e))) / rate;
  }
  course.gaps = gap_parts + (several ? 1 : 0);
  for (int gap = 0; gap < gap_parts; ++gap) {
    const Real periods =
        m.habit_gaps ? Real(m.habit_gaps[gap])
                     : periods_between<Lane>(Real(log2_of_part[gap]), log2_of_no_purchase<Lane>(now, i));
    course.left[gap] = habit_left(periods, Real(m.habit_fading));
    course.chance[gap] = (Real(1.0f) - again) * Real(1.0f / gap_parts);
  }
  course.left[gap_parts] = Real(1.0f);
  course.chance[gap_parts] = again;
}

/// Draws how long ago people bought last, and how often in a row, `row` by a uniform and the brand.
template <class Lane, class Row>
void settle_habit(const Moment& now, int i, Row row) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  typename Lane::Word words[4];
  lanes::philox<Lane>(Lane::load(now.people.person + i), static_cast<std::uint32_t>(Purpose::habit) << 16,
                      now.address.events, now.address.draw, now.address.keys, words);
  if (m.habit_grows) Lane::store(row(lanes::uniform<Lane>(words[0])), now.people.tenure + i);
  if (!m.habit_fades) return;
  const Real log2_u = lanes::log2_of<Lane>(lanes::open_uniform<Lane>(words[1]));
  Lane::store(
      m.habit_gaps ? Real(m.first_recency) : periods_between<Lane>(log2_u, log2_of_no_purchase<Lane>(now, i)),
      now.people.recency + i);
}

}  // namespace clientele
