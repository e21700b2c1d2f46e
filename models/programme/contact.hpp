// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "models/arithmetic.hpp"

namespace clientele {

/// Contacts made in a period by a frequency that need be no whole number: those that have become whole in it,
///   n_t = ⌊F_t⌋ − ⌊F_{t−1}⌋,   F_t = f_1 + … + f_t
/// before, after: F_{t−1} and F_t, at least 0 and not falling. One contact in four periods comes in the
/// fourth, the eighth, …; it is the same for all customers.
inline double contacts_within(double before, double after) {
  constexpr double ulps = 1e-9;  // thirds that add up to one make a whole contact
  return std::floor(after + ulps) - std::floor(before + ulps);
}

/// Utility that the contacts of a period add to their sender, before it fades:
///   u n − κ max(0, n − n*)²
/// n: contacts of the period, at least 0; u: utility of one; n*: optimum, contacts per period; κ: irritation
/// [utility per squared contact beyond the optimum], at least 0. The form is an estimate: the first contact
/// too many annoys little, each further one more than the one before, so the sum can fall below zero.
inline double utility_of_contacts(double contacts, double utility, double optimum, double irritation) {
  const double beyond = std::fmax(0.0, contacts - optimum);
  return utility * contacts - irritation * beyond * beyond;
}

/// What is left of a utility after one period: ½^(1/h). half_life: h [periods], above 0.
inline double kept_of_utility(double half_life) { return std::exp2(-1 / half_life); }

/// The utility that contacts have left with a customer at the end of a period: G' = ρ G + g, where g is that
/// of the period's contacts if he got them, else 0. At rest, with contacts in every period, g / (1 − ρ).
/// before: G; kept: ρ = kept_of_utility; added: g. In any one unit of utility.
template <class F>
F utility_left(F before, F kept, F added) {
  return fma(before, kept, added);
}

/// Part of his purchases that a customer makes without a contact: 1 − q, of which contacts prompt q (0..1);
/// one factor for each kind of contact that his brand sends and that has not come.
template <class F>
F made_unprompted(F made, F prompts) {
  return made * (F(1) - prompts);
}

}  // namespace clientele
