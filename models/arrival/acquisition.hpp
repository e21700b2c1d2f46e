// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

namespace clientele {

/// Average acquisition cost of those who came in some periods [currency / person]:
///   Σ M_t / n
/// spent: Σ M_t ≥ 0 [currency]; people: n. Missing where nothing was spent or nobody came.
inline std::optional<double> average_acquisition_cost(double spent, double people) {
  return spent > 0 && people > 0 ? std::optional(spent / people) : std::nullopt;
}

/// Marginal acquisition cost, what the next one would cost [currency / person]: of one period 1 / g, of
/// several, if all their spending grew in proportion,
///   Σ M_t / Σ M_t g_t
/// spent: M_t ≥ 0 [currency] by period; gained: g_t, people that one more unit of currency would bring in t.
/// Missing where more money brings nobody.
inline std::optional<double> marginal_acquisition_cost(std::span<const double> spent,
                                                       std::span<const double> gained) {
  double all = spent.size() == 1 ? 1 : 0, people = spent.size() == 1 ? gained[0] : 0;
  for (std::size_t t = 0; spent.size() > 1 && t < spent.size(); ++t)
    all += spent[t], people += spent[t] * gained[t];
  return people > 0 ? std::optional(all / people) : std::nullopt;
}

/// What one more unit of currency brings through offers to rivals' customers: it reaches r more of them
/// [person / currency], of whom as many come as of those reached so far,
///   r W / R
/// won: W, reached: R ≥ 0 [people]. None where nobody was reached.
inline double gained_by_offers(double reached_more, double won, double reached) {
  return reached > 0 ? reached_more * won / reached : 0;
}

/// CLV : CAC, what one who came is worth for each unit of what he cost.
inline std::optional<double> value_to_cost(std::optional<double> value, std::optional<double> cost) {
  return value && cost ? std::optional(*value / *cost) : std::nullopt;
}

/// Payback [periods]: the time at which what one who came has brought reaches what he cost,
///   s + (C − Σ_{u < s} b_u) / b_s,  the first s with Σ_{u ≤ s} b_u ≥ C
/// so within a period in proportion. cost: C > 0 [currency]; brought: b_s [currency] in the s-th period since
/// he came, from 0. Missing where it is not reached.
inline std::optional<double> payback_time(double cost, std::span<const double> brought) {
  double left = cost;
  for (std::size_t since = 0; since < brought.size(); ++since) {
    if (brought[since] >= left) return static_cast<double>(since) + left / brought[since];
    left -= brought[since];
  }
  return std::nullopt;
}

}  // namespace clientele
