// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"

namespace clientele {

/// What a purchase is expected to bring us, before it is known which brand is chosen and how much is bought:
///   E[contribution | state] = P(ours | state) · (E[units | state] · margin − cost to serve)
/// as neither the choice nor the quantity hangs on the other given the state: brand bought last, memories,
/// what offers are worth. [currency, or its fixed point]
/// share: chance that ours is chosen, 0..1; units: mean of an occasion, > 0; unit_margin: price − unit cost.
/// Fails where what a purchase brings is not linear in its amount: points that count from a threshold on,
/// discounts for large baskets.
template <class F>
F expected_contribution(F share, F units, F unit_margin, F cost_to_serve) {
  return share * fma(units, unit_margin, F(0) - cost_to_serve);
}

/// How many purchases an occasion stands for in the expectation: what was made of it, and, once in a period,
/// by how much the purchases of the period fall short of those expected (K − E K above):
///   w_o = made_o + [o = 0] · (E[K | state] − K)
/// Over a period Σ w_o · c_o, c_o being what a purchase at occasion o is expected to bring, has the mean of
/// what is realised: given the state at the start K − E[K] has mean 0, and c_0 is known then.
template <class F>
F expected_purchases(F made, F need, F expected_need) {
  return made + (expected_need - need);
}

}  // namespace clientele
