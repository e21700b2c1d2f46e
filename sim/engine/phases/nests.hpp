// SPDX-License-Identifier: MIT
#pragma once

#include "models/choice/nested_logit.hpp"
#include "sim/engine/phases/choice.hpp"

namespace clientele {

/// Which brand each buyer of this occasion takes where brands compete at several levels: as in choose_among,
/// with the weights of the nested logit of all brands that he can buy, entrants with them. So an entrant that
/// is not taken leaves the incumbents the luck that they would have had, and the shares that it leaves them.
template <class Lane, bool memory, int known = 0>
[[gnu::flatten]] void choose_among_nests(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Columns& people = now.people;
  const float* price = m.price_term + now.row * m.brands;
  const float* present = m.present + now.row * m.brands;
  const bool entrants = known > 0 ? false : m.entrants_open[now.row];
  const int incumbents = known > 0 ? known : m.incumbents, brands = entrants ? m.brands : incumbents;
  const NestSizes sizes = sizes_of<Real>(m.nests, brands);
  const Favours<Lane> favours(now);
  bool gated[most_brands];
  for (int j = 0; j < brands; ++j) gated[j] = m.gated && m.awareness[now.row * m.brands + j] < 1;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real last = Lane::load(people.last + i);
    Lane::store(last, now.scratch.before + k);
    const auto buys = Lane::load(now.scratch.purchases + k) > Real(now.occasion);
    if (!any(buys) && !(m.expects && now.occasion == 0)) {
      Lane::store(Real(-1.0f), now.scratch.chosen + k);
      continue;
    }
    const Real sensitivity = Lane::load(people.sensitivity + i);
    const Real own = last_brand_utility<Lane, memory>(now, i, last, m.brands);
    const auto known_brands = considered<Lane>(people, i);
    constexpr int room = known > 0 ? known : most_brands;
    Real utility[room], weight[room], cumulative[room];
#pragma GCC unroll 8
    for (int j = 0; j < brands; ++j) {
      Real v = utility_at_price(opinion_of<Lane>(m, people, i, j), sensitivity, Real(price[j])) +
               select(last == Real(j), own, Real(0.0f));
      if (favours.any(j)) v = v + favours.of(i, j);
      utility[j] = present[j] == 0 ? Real(unavailable) : v;
      if (gated[j]) utility[j] = select(considers<Lane>(known_brands, j), utility[j], Real(unavailable));
    }
    nested_weights<known>(m.nests, sizes, brands, utility, weight);
    Real sum = Real(0.0f);
#pragma GCC unroll 8
    for (int j = 0; j < incumbents; ++j) cumulative[j] = sum = sum + weight[j];
    Real total = sum;
    for (int j = incumbents; j < brands; ++j) total = total + weight[j];
    if (m.expects) Lane::store(share_of(weight[0], total), now.scratch.ours + k);
    Real chosen =
        logit_choice(cumulative, incumbents, lanes::uniform<Lane>(Lane::load(now.scratch.word[1] + k)));
    if (entrants) {
      const Real entrant = choose_entrant<Lane>(now, i, weight, total);
      chosen = select(entrant >= Real(0.0f), entrant, chosen);
    }
    Lane::store(select(buys & (total > Real(0.0f)), chosen, Real(-1.0f)), now.scratch.chosen + k);
  }
}

/// The choice of an occasion, in the way that the market asks for.
template <class Lane, bool memory, class Now>
void choose(const Now& now) {
  if (now.market.nests.count == 0) return choose_brand<Lane, memory>(now);
  switch (now.market.entrants_open[now.row] ? 0 : now.market.incumbents) {
    case 3:
      return choose_among_nests<Lane, memory, 3>(now);
    case 4:
      return choose_among_nests<Lane, memory, 4>(now);
    case 5:
      return choose_among_nests<Lane, memory, 5>(now);
    default:
      return choose_among_nests<Lane, memory>(now);
  }
}

}  // namespace clientele
