// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <span>
#include <vector>

namespace clientele {

/// Recommendations that a customer makes in a period, on the average.
///   λ = intend · (act + (1 − act) · encouragement)
/// intend: those he means to make [1 / period], ≥ 0; act: share of these that he makes anyway; encouragement:
/// share of the others that the brand brings about; both 0..1.
/// Source: Kumar, Petersen & Leone (2007), "How Valuable Is Word of Mouth?", for intending and acting apart;
/// the encouragement is ours.
inline double recommendations_made(double intend, double act, double encouragement) {
  return intend * (act + (1 - act) * encouragement);
}

/// What each of the people of a market hears in a period of each brand, on the average: what all say in the
/// period before over the number of people. If each customer sends a Poisson number of messages, each of
/// which reaches one person at random, then what people hear is Poisson, of these means and independent of
/// each other: so nobody's messages need be drawn, only what is heard.
struct Hearsay {
  std::vector<double> recommended, warned;  ///< [brand] messages, ≥ 0
};

/// The chances that a prospect comes in by a recommendation of each brand. He hears Poisson(a_j) of them,
/// each of which wins him with chance c, the first for good; a warning heard in the same period keeps him
/// from the brand:
///   P_j = (1 − e^{−Λ}) c a_j / Λ · e^{−b_j},   Λ = c Σ a_j over the brands that can be bought
/// a, b: hearsay; c: `convert`, 0..1.
inline std::vector<double> chances_to_come(const Hearsay& heard, double convert,
                                           std::span<const bool> present) {
  double all = 0;
  for (std::size_t j = 0; j < present.size(); ++j) all += present[j] ? convert * heard.recommended[j] : 0;
  std::vector<double> chances(present.size(), 0.0);
  if (all <= 0) return chances;
  for (std::size_t j = 0; j < present.size(); ++j)
    if (present[j])
      chances[j] = -std::expm1(-all) * convert * heard.recommended[j] / all * std::exp(-heard.warned[j]);
  return chances;
}

/// The chances that a Poisson number is at least 1, 2, … for a mean μ, as long as they are above `least`.
///   P(K ≥ k) = 1 − Σ_{i<k} e^{−μ} μ^i / i!
/// added up from the far end, where nothing cancels.
inline std::vector<double> chances_of_at_least(double mean, double least = 1e-9) {
  std::vector<double> terms;
  double term = std::exp(-mean);
  for (int k = 1; mean > 0; ++k) {
    term *= mean / k;
    if (k > mean && term < least * 1e-9) break;
    terms.push_back(term);
  }
  for (std::size_t k = terms.size(); k-- > 1;) terms[k - 1] += terms[k];
  while (!terms.empty() && terms.back() < least) terms.pop_back();
  return terms;
}

}  // namespace clientele
