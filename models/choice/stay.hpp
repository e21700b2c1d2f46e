// SPDX-License-Identifier: MIT
#pragma once

#include "models/choice/habit_nodes.hpp"

namespace clientele {

/// What draws a customer away from his brand at one purchase. Brands weigh e, his own B e, all together D.
template <class F>
struct Ways {
  F away;    ///< 1 / D: another brand's e times this is the chance to go there
  F within;  ///< the same for a brand of the same nest (nested_logit.hpp); without nests the same
};

/// Leaving one brand among all, without nests: D = Σ_k e_k + (B − 1) e, B = 2^bonus.
template <class F>
struct AmongAll {
  F e, sum;

  Ways<F> operator()(F bonus) const {
    const F inverse = F(1) / fma(exp2(bonus) - F(1), e, sum);
    return {inverse, inverse};
  }
  /// The chance to buy elsewhere.
  F leaves(const Ways<F>& ways) const { return (sum - e) * ways.away; }
};

/// A customer's stay with a brand: all purchases in a row from it, the first with them. Means over them.
template <class F>
struct Stay {
  F leaving;               ///< chance that the next purchase is elsewhere, 1 / mean purchases of a stay
  F away, within;          ///< as in Ways
  F through[habit_steps];  ///< mean purchases of a stay up to the end of each step
};

/// The stay with a brand where habit may vary from one purchase to the next. At the n-th purchase of a stay,
/// with f the part that time has left of the habit,
///   bonus = b g_n f + c,  chance to stay s_n = 1 − E_f[leaves]
/// and a stay has L = Σ_n Π_{m<n} s_m purchases in the mean. Over steps of 2^d purchases s is one number:
/// Σ_{i<2^d} s^i = Π_{i<d} (1 + s^(2^i)); over the last one 1 / (1 − s).
/// mean_at: E_f of his ways in a step. (Derived here.)
template <class F, class Among, class Mean>
Stay<F> stay_over(const Among& among, int steps, const Mean& mean_at) {
  Stay<F> stay;
  F reach = F(1), purchases = F(0), away = F(0), within = F(0);
  for (int step = 0; step < steps; ++step) {
    const Ways<F> mean = mean_at(step);
    const F leaves = max(among.leaves(mean), F(1e-30));
    F stays = F(1) - leaves, made = F(1);
    if (step + 1 == steps)
      made = F(1) / leaves;
    else
      for (int doubling = 0; doubling < step_doublings[step]; ++doubling) {
        made = fma(made, stays, made);
        stays = stays * stays;
      }
    purchases = fma(reach, made, purchases);
    away = fma(reach * made, mean.away, away);
    within = fma(reach * made, mean.within, within);
    stay.through[step] = purchases;
    reach = reach * stays;
  }
  stay.leaving = F(1) / purchases;
  stay.away = away / purchases;
  stay.within = within / purchases;
  return stay;
}

/// The mean of his ways, one more part of it.
template <class F>
void add_part(Ways<F>& mean, F part, const Ways<F>& one) {
  mean.away = fma(part, one.away, mean.away);
  mean.within = fma(part, one.within, mean.within);
}

/// among: the brand among the others, its ways by bonus; habit: b; bond: c, what binds beside habit; all in
/// base 2.
template <class F, class Among>
Stay<F> stay_with(const Among& among, F habit, F bond, const HabitCourse<F>& course) {
  return stay_over<F>(among, course.steps, [&](int step) {
    Ways<F> mean{F(0), F(0)};
    for (int gap = 0; gap < course.gaps; ++gap)
      add_part(mean, course.chance[gap], among(fma(habit * course.grown[step], course.left[gap], bond)));
    return mean;
  });
}

/// The same from nodes, for a habit within their reach.
template <class F, class Among>
Stay<F> stay_with(const Among& among, F habit, F bond, const HabitNodes<F>& nodes) {
  Ways<F> at[habit_nodes];
  for (int k = 0; k < habit_nodes; ++k) at[k] = among(fma(habit, nodes.part[k], bond));
  return stay_over<F>(among, nodes.steps, [&](int step) {
    Ways<F> mean{F(0), F(0)};
    for (int k = 0; k < habit_nodes; ++k) add_part(mean, nodes.weight[step][k], at[k]);
    return mean;
  });
}

/// Weight of a brand in the stationary distribution of the brand bought last where habit varies:
///   π_j ∝ e_j / (l_j + e_j a_j)
/// l: leaving, a: away. Who comes to j from elsewhere does so with chance e_j Σ_{k ≠ j} π_k a_k, and as many
/// leave, π_j l_j; so π_j (l_j + e_j a_j) ∝ e_j. Exact where times between purchases do not hang on each
/// other or on the brand. With constant B it is stationary_weight(e, Σ, B) / Σ. (Derived here.)
template <class F>
F stationary_weight(F e, const Stay<F>& stay) {
  return e / fma(e, stay.away, stay.leaving);
}

/// How many purchases in a row a customer of the brand has made, by a uniform u: the middle of the step in
/// which a share u of the purchases of a stay is through.
template <class F>
F purchases_in_a_row(const Stay<F>& stay, int steps, F u) {
  const F reach = u * stay.through[steps - 1];
  F row = F(step_middle[0]);
  for (int step = 1; step < steps; ++step)
    row = select(reach >= stay.through[step - 1], F(step_middle[step]), row);
  return row;
}

}  // namespace clientele
