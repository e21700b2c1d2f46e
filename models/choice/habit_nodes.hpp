// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "models/choice/habit.hpp"

namespace clientele {

/// Means over all that a customer's habit may be, from a few nodes. With p = g_n f the multiples of a habit
/// at his coming purchases, g_n by step and f by the time between purchases, a smooth function F has
///   E_f[F(p)] ≈ Σ_k w_nk F(p_k),  w_nk = E_f[L_k(p)]
/// L_k: the polynomials through Chebyshev's nodes p_k between the least and the largest p. The nodes and
/// weights are those of the customer, whichever brand and F; so F is worked out at nine places and not for
/// each pair of a step and a time. (Derived here; interpolation at Chebyshev's nodes is textbook.)
inline constexpr int habit_nodes = 9;

template <class F>
struct HabitNodes {
  F part[habit_nodes];                 ///< p_k
  F weight[habit_steps][habit_nodes];  ///< w_nk; Σ_k w_nk = 1
  F reach;                             ///< half the way from the least p to the largest
  int steps = 1;
};

/// For the choices of stay.hpp and nested_logit.hpp, whose nearest poles are π λ beside the real line, the
/// error is below 3e-5 of F while a habit times `reach` is at most so many times λ (base 2, 1.66 in base e),
/// and below 1e-6 at two thirds of that.
inline constexpr float habit_within_nodes = 2.4f;

/// cos (π (k + ½) / 9), and what each node adds to the coefficient of a Chebyshev polynomial.
constexpr double habit_node[habit_nodes] = {
    0.98480775301220806,  0.86602540378443865,  0.64278760968653933,  0.34202014332566873, 0,
    -0.34202014332566873, -0.64278760968653933, -0.86602540378443865, -0.98480775301220806};
constexpr auto habit_node_to_coefficient = [] {
  std::array<std::array<float, habit_nodes>, habit_nodes> part{};
  for (int k = 0; k < habit_nodes; ++k) {
    double before = 1, now = habit_node[k];
    part[0][k] = static_cast<float>(1.0 / habit_nodes);
    for (int n = 1; n < habit_nodes; ++n) {
      part[n][k] = static_cast<float>(2.0 / habit_nodes * now);
      const double next = 2 * habit_node[k] * now - before;
      before = now, now = next;
    }
  }
  return part;
}();

/// [n][m] What x^m adds to the Chebyshev polynomial T_n.
constexpr auto power_to_chebyshev = [] {
  std::array<std::array<float, habit_nodes>, habit_nodes> part{};
  part[0][0] = part[1][1] = 1;
  for (int n = 2; n < habit_nodes; ++n)  // T_n = 2 x T_{n−1} − T_{n−2}
    for (int m = 0; m <= n; ++m) part[n][m] = (m > 0 ? 2 * part[n - 1][m - 1] : 0) - part[n - 2][m];
  return part;
}();

/// E_f[z^m] over the times between purchases, with z from −1 at the least f to 1 at the largest:
///   z = (f − middle) / reach
template <class F>
struct GapMoments {
  F of[habit_nodes];
  F least, most, middle, reach;
};
template <class F>
GapMoments<F> gap_moments_of(const HabitCourse<F>& course) {
  GapMoments<F> moments;
  F least = course.left[0], most = course.left[0];
  for (int gap = 1; gap < course.gaps; ++gap)
    least = min(least, course.left[gap]), most = max(most, course.left[gap]);
  moments.least = least, moments.most = most;
  moments.middle = (most + least) * F(0.5), moments.reach = max((most - least) * F(0.5), F(1e-6));
  const F inverse = F(1) / moments.reach, origin = F(0) - moments.middle * inverse;
  for (F& moment : moments.of) moment = F(0);
  for (int gap = 0; gap < course.gaps; ++gap) {
    const F z = fma(course.left[gap], inverse, origin);
    F power = course.chance[gap];
    for (F& moment : moments.of) {
      moment = moment + power;
      power = power * z;
    }
  }
  return moments;
}

/// The nodes of a course of habit. Growth is at least 0. With x where p stands between the least and the
/// largest p, x = α_n z + β_n with |α| + |β| ≤ 1, and E_f[x^m] follows from the moments of z by the binomial
/// formula, all of whose terms are at most 1.
template <class F>
HabitNodes<F> habit_nodes_of(const HabitCourse<F>& course) {
  HabitNodes<F> nodes;
  const GapMoments<F> gaps = gap_moments_of(course);
  const F least = gaps.least * course.grown[0], most = gaps.most * course.grown[course.steps - 1];
  const F middle = (most + least) * F(0.5), reach = max((most - least) * F(0.5), F(1e-6));
  const F inverse = F(1) / reach;
  nodes.reach = reach, nodes.steps = course.steps;
  for (int k = 0; k < habit_nodes; ++k) nodes.part[k] = fma(reach, F(habit_node[k]), middle);
  for (int step = 0; step < course.steps; ++step) {
    const F growth = course.grown[step], alpha = growth * gaps.reach * inverse,
            beta = fma(growth, gaps.middle, F(0) - middle) * inverse;
    F moment[habit_nodes], power = F(1);
    for (int m = 0; m < habit_nodes; ++m) {
      moment[m] = power * gaps.of[m];
      power = power * alpha;
    }
    for (int m = 1; m < habit_nodes; ++m)  // E[x^m] = Σ_k C(m, k) α^k E[z^k] β^(m − k)
      for (int k = habit_nodes - 1; k >= m; --k) moment[k] = fma(beta, moment[k - 1], moment[k]);
    F mean[habit_nodes];  // of each Chebyshev polynomial over the times between purchases
    for (int n = 0; n < habit_nodes; ++n) {
      mean[n] = moment[n % 2] * F(power_to_chebyshev[n][n % 2]);
      for (int m = n % 2 + 2; m <= n; m += 2) mean[n] = fma(moment[m], F(power_to_chebyshev[n][m]), mean[n]);
    }
    // Even polynomials are the same at the node on the other side, odd ones the opposite.
    for (int k = 0; 2 * k < habit_nodes; ++k) {
      F even = F(0), odd = F(0);
      for (int n = 0; n < habit_nodes; n += 2) even = fma(mean[n], F(habit_node_to_coefficient[n][k]), even);
      for (int n = 1; n < habit_nodes; n += 2) odd = fma(mean[n], F(habit_node_to_coefficient[n][k]), odd);
      nodes.weight[step][habit_nodes - 1 - k] = even - odd;
      nodes.weight[step][k] = even + odd;
    }
  }
  return nodes;
}

}  // namespace clientele
