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

/// The nodes of a course of habit. Growth is at least 0.
template <class F>
HabitNodes<F> habit_nodes_of(const HabitCourse<F>& course) {
  HabitNodes<F> nodes;
  F least = course.left[0], most = course.left[0];
  for (int gap = 1; gap < course.gaps; ++gap)
    least = min(least, course.left[gap]), most = max(most, course.left[gap]);
  least = least * course.grown[0], most = most * course.grown[course.steps - 1];
  const F middle = (most + least) * F(0.5), reach = max((most - least) * F(0.5), F(1e-6));
  const F inverse = F(1) / reach, origin = F(0) - middle * inverse;
  nodes.reach = reach, nodes.steps = course.steps;
  for (int k = 0; k < habit_nodes; ++k) nodes.part[k] = fma(reach, F(habit_node[k]), middle);
  for (int step = 0; step < course.steps; ++step) {
    F mean[habit_nodes];  // of each Chebyshev polynomial over the times between purchases
    for (int n = 0; n < habit_nodes; ++n) mean[n] = F(0);
    const F scale = course.grown[step] * inverse;
    for (int gap = 0; gap < course.gaps; ++gap) {
      const F chance = course.chance[gap], x = fma(scale, course.left[gap], origin), twice = x + x;
      const F second = fma(twice, x, F(-1)), third = fma(twice, second, F(0) - x),
              fourth = fma(twice, third, F(0) - second), his = chance * fourth;
      mean[0] = mean[0] + chance;
      mean[1] = fma(chance, x, mean[1]), mean[2] = fma(chance, second, mean[2]);
      mean[3] = fma(chance, third, mean[3]), mean[4] = mean[4] + his;
      mean[5] = fma(his, x, mean[5]), mean[6] = fma(his, second, mean[6]);
      mean[7] = fma(his, third, mean[7]), mean[8] = fma(his, fourth, mean[8]);
    }
    static_assert(habit_nodes == 9);
    for (int n = 5; n < habit_nodes; ++n)  // T_{4+k} = 2 T_4 T_k − T_{4−k}
      mean[n] = mean[n] + mean[n] - mean[8 - n];
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
