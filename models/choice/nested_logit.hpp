// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "models/choice/stay.hpp"

namespace clientele {

/// Levels of competition: brands of one nest are more alike to each other than to the rest.
///   P(j) = P(j | n) P(n),  P(j | n) = e^{V_j / λ_n} / S_n,  P(n) = S_n^{λ_n} / Σ_m S_m^{λ_m},
///   S_n = Σ_{k ∈ n} e^{V_k / λ_n},  0 < λ_n ≤ 1
/// λ is the dissimilarity of the brands of a nest: 1, they are as different as any, and all is the plain
/// logit; near 0, the best of the nest takes all that the nest gets. A brand has the weight
///   w_j = e^{V_j / λ} S^{λ − 1},  P(j) = w_j / Σ_k w_k,
/// in the place of e^{V_j}. Within a nest ratios of shares are those of e^{V / λ}, whatever happens outside;
/// between nests they move with S. Source: Train (2009), ch. 4.
struct Nests {
  int count = 0;                      ///< 0: none
  const std::uint8_t* of = nullptr;   ///< [brand]
  const float* similarity = nullptr;  ///< [nest] λ
};

inline constexpr int most_nests = 32;
inline constexpr float unavailable = -0x1p20f;  ///< utility of a brand that cannot be bought

/// The nests of one customer. Powers are kept in reach by taking the best of each nest out:
///   x_j = 2^((V_j − M) / λ),  inside = Σ x,  S = 2^(M / λ) inside,  M = max V of the nest
template <class F>
struct NestValues {
  F best[most_nests];
  F inside[most_nests];
};

/// Fills x of each brand by its utility (base 2).
template <class F>
NestValues<F> nest_values(const Nests& nests, const F* utility, int brands, F* x) {
  NestValues<F> values;
  for (int n = 0; n < nests.count; ++n) values.best[n] = F(unavailable), values.inside[n] = F(0);
  for (int j = 0; j < brands; ++j) {
    F& best = values.best[nests.of[j]];
    best = max(best, utility[j]);
  }
  for (int j = 0; j < brands; ++j) {
    const int n = nests.of[j];
    x[j] = select(utility[j] > F(unavailable),
                  exp2((utility[j] - values.best[n]) * F(1 / nests.similarity[n])), F(0));
    values.inside[n] = values.inside[n] + x[j];
  }
  return values;
}

/// S^{λ − 1} of a nest, by which x becomes w: 2^(M + (λ − 1) log2 Σ x).
template <class F>
F nest_factor(const Nests& nests, const NestValues<F>& values, int n) {
  const F log2_inside = log2(max(values.inside[n], F(0x1p-100)));
  return exp2(fma(F(nests.similarity[n] - 1), log2_inside, values.best[n]));
}

/// What is the same for all customers of the nests of the first so many brands.
struct NestSizes {
  int of[most_nests];           ///< [nest] brands
  float sharpness[most_nests];  ///< [nest] 1 / λ
};
template <class F>
NestSizes sizes_of(const Nests& nests, int brands) {
  NestSizes sizes{};
  for (int j = 0; j < brands; ++j) ++sizes.of[nests.of[j]];
  for (int n = 0; n < nests.count; ++n) sizes.sharpness[n] = 1 / nests.similarity[n];
  return sizes;
}

/// Weights w of brands with these utilities (base 2), as from nest_values() and nest_factor(). A brand alone
/// in its nest has 2^V, whatever λ. With `known` brands a compiler can keep all of them in registers.
template <int known = 0, class F>
[[gnu::always_inline]] inline void nested_weights(const Nests& nests, const NestSizes& sizes, int brands,
                                                  const F* utility, F* weight) {
  const int all = known > 0 ? known : brands;
  for (int n = 0; n < nests.count; ++n) {
    const bool alone = sizes.of[n] == 1;
    F best = F(unavailable), inside = F(0);
    if (!alone)
#pragma GCC unroll 8
      for (int j = 0; j < all; ++j)
        if (nests.of[j] == n) best = max(best, utility[j]);
    const F origin = alone ? F(0) : best, sharpness(alone ? 1.0f : sizes.sharpness[n]);
#pragma GCC unroll 8
    for (int j = 0; j < all; ++j) {
      if (nests.of[j] != n) continue;
      weight[j] = select(utility[j] > F(unavailable), exp2((utility[j] - origin) * sharpness), F(0));
      inside = inside + weight[j];
    }
    if (alone) continue;
    const F log2_inside = log2(max(inside, F(0x1p-100)));
    const F factor = exp2(fma(F(nests.similarity[n] - 1), log2_inside, best));
#pragma GCC unroll 8
    for (int j = 0; j < all; ++j)
      if (nests.of[j] == n) weight[j] = weight[j] * factor;
  }
}

/// What a bonus in utility does for the brand bought last among nests; a step of stay_with(). With x = 2^p
/// that of the brand with its bonus, and r = max(0, p), which keeps powers in reach,
///   y = 2^−r (others + x),  S^λ = 2^(M + λ (r + log2 y)),  D = elsewhere + S^λ,  S^{λ−1} = 2^−r S^λ / y
template <class F>
struct AmongNests {
  F utility, best;          ///< of the brand, and of its nest
  F others;                 ///< Σ x of the rest of its nest
  F elsewhere;              ///< Σ S^λ of the other nests
  F similarity, sharpness;  ///< λ and 1 / λ

  Ways<F> operator()(F bonus) const {
    const F power = (utility + bonus - best) * sharpness, reach = max(power, F(0));
    const F part = exp2(min(power, F(0) - power));  // 2^−|power|
    const auto above = power > F(0);
    const F kept = select(above, part, F(1)), inside = fma(others, kept, select(above, F(1), part));
    const F value = exp2(fma(similarity, reach + log2(inside), best));
    const F scale = F(1) / (inside * (elsewhere + value));
    return {inside * scale, value * kept * scale};
  }
  F leaves(const Ways<F>& ways) const { return fma(others, ways.within, elsewhere * ways.away); }
};

/// The same for a brand alone in its nest, where λ means nothing and nobody moves within:
///   D = elsewhere + 2^V
template <class F>
struct AloneInNest {
  F utility, elsewhere;

  Ways<F> operator()(F bonus) const { return {F(1) / (elsewhere + exp2(utility + bonus)), F(0)}; }
  F leaves(const Ways<F>& ways) const { return elsewhere * ways.away; }
};

/// Weights of the brands in the stationary distribution of the brand bought last among nests, whether habit
/// varies or not. With z_j = x_j / (l_j + x_j q_j), c_n the factor of nest n, and a, q, l means over a stay
/// of 1 / D, factor / D and the chance to leave (stay.hpp),
///   π_j ∝ z_j h_n,  h_n = c_n / (1 + c_n Σ_{k ∈ n} z_k a_k − Σ_{k ∈ n} z_k q_k)
/// It follows from equal flows into and out of each brand, π_j l_j = x_j (c_n Σ_{k ∉ n} π_k a_k + Σ_{k ∈ n, k
/// ≠ j} π_k q_k). With all λ = 1 it is stationary_weight(). (Derived here.)
/// utility: base 2, `unavailable` where a brand cannot be bought; bond: what binds beside habit, base 2;
/// course: a HabitCourse, or its nodes.
template <class F, class Course>
void stationary_among_nests(const Nests& nests, const F* utility, const F* bond, F habit,
                            const Course& course, int brands, Stay<F>* stay, F* weight) {
  F x[32], factor[most_nests], value[most_nests], away[most_nests], within[most_nests];
  const NestValues<F> values = nest_values(nests, utility, brands, x);
  const NestSizes sizes = sizes_of<F>(nests, brands);
  for (int n = 0; n < nests.count; ++n) {
    factor[n] = nest_factor(nests, values, n);
    value[n] = factor[n] * values.inside[n];
    away[n] = within[n] = F(0);
  }
  for (int j = 0; j < brands; ++j) {
    const int n = nests.of[j];
    F elsewhere = F(0);
    for (int m = 0; m < nests.count; ++m)
      if (m != n) elsewhere = elsewhere + value[m];
    const F his = max(utility[j], F(-1000)), best = max(values.best[n], F(-1000)),
            similarity(nests.similarity[n]);
    if (sizes.of[n] == 1)
      stay[j] = stay_with(AloneInNest<F>{his, elsewhere}, habit, bond[j], course);
    else
      stay[j] = stay_with(AmongNests<F>{his, best, max(values.inside[n] - x[j], F(0)), elsewhere, similarity,
                                        F(1) / similarity},
                          habit, bond[j], course);
    weight[j] = x[j] / fma(x[j], stay[j].within, stay[j].leaving);
    away[n] = fma(weight[j], stay[j].away, away[n]);
    within[n] = fma(weight[j], stay[j].within, within[n]);
  }
  for (int j = 0; j < brands; ++j) {
    const int n = nests.of[j];
    weight[j] = weight[j] * factor[n] / max(fma(factor[n], away[n], F(1) - within[n]), F(1e-6));
  }
}

}  // namespace clientele
