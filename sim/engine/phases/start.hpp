// SPDX-License-Identifier: MIT
#pragma once

#include "models/choice/nested_logit.hpp"
#include "models/choice/stationary.hpp"
#include "sim/engine/phases/choice.hpp"
#include "sim/engine/phases/experience.hpp"
#include "sim/engine/phases/lapse.hpp"
#include "sim/engine/phases/traits.hpp"

namespace clientele {

/// Draws who the people of a block are.
template <class Lane>
void draw_people(const Block& block, int people) {
  using Real = typename Lane::Real;
  const KernelMarket& m = block.market;
  const Columns& c = block.columns;
  const auto trait = [&](const TraitDraw& t, float* into) {
    draw_trait<Lane>(t, block.address, c.person, people, into);
  };
  if (m.sometimes) trait(m.purchases, c.rate);
  if (m.poisson) {
    trait(m.purchases, c.rate);
    for (int i = 0; i < people; i += Lane::width)
      Lane::store(exp2(min(Lane::load(c.rate + i), Real(poisson_part)) * Real(-log2_e)), c.none + i);
  }
  trait(m.price_sensitivity, c.sensitivity);
  scale<Lane>(c.sensitivity, people, static_cast<float>(log2_e));
  trait(m.inertia, c.inertia);
  scale<Lane>(c.inertia, people, static_cast<float>(log2_e));
  if (m.units.form == TraitDraw::exponential || m.units.form == TraitDraw::table_of_log2) {
    draw_trait<Lane, true>(m.units, block.address, c.person, people, c.level);
  } else {
    trait(m.units, c.level);
    for (int i = 0; i < people; i += Lane::width)
      Lane::store(lanes::log2_of<Lane>(Lane::load(c.level + i)), c.level + i);
  }
  if (m.own_chance) {
    trait(m.chance, c.leaving);
    if (m.leaving == KernelMarket::after_purchases)  // kept as the logarithm of the chance to stay
      for (int i = 0; i < people; i += Lane::width) {
        const Real stay = max(Real(1.0f) - Lane::load(c.leaving + i), Real(0x1p-100f));
        Lane::store(min(lanes::log2_of<Lane>(stay), Real(-0x1p-40f)), c.leaving + i);
      }
  }
  for (int d = 0; d < m.drivers; ++d) {
    trait(m.driver[d].weight, c.weight[d]);
    scale<Lane>(c.weight[d], people, static_cast<float>(log2_e));
  }
}

/// Fills each person's utility of each brand at today's offers, without price and last-brand terms: appeal,
/// taste and drivers. A constant for all brands changes no choice; the best liked one is set to 0, so that
/// powers stay finite.
template <class Lane>
void form_utilities(const Block& block, int people) {
  using Real = typename Lane::Real;
  const KernelMarket& m = block.market;
  const Columns& c = block.columns;
  for (int j = 0; j < m.brands; ++j) {
    if (m.taste) {
      const TraitDraw& taste = m.taste[j];
      const bool dirichlet = taste.form == TraitDraw::table_of_log2;
      draw_trait<Lane, true>(taste, block.address, c.person, people, c.own[j]);
      if (!dirichlet) scale<Lane>(c.own[j], people, static_cast<float>(log2_e));
    }
    for (int i = 0; i < people; i += Lane::width) {
      Real v = Real(m.base[j]);
      if (m.taste) v = v + Lane::load(c.own[j] + i);
      for (int d = 0; d < m.drivers; ++d)
        v = fma(Lane::load(c.weight[d] + i), Real(m.driver[d].rating[j]), v);
      Lane::store(v, c.own[j] + i);
    }
  }
  for (int i = 0; i < people; i += Lane::width) {
    Real best = Lane::load(c.own[0] + i);
    for (int j = 1; j < m.incumbents; ++j) best = max(best, Lane::load(c.own[j] + i));
    for (int j = 0; j < m.brands; ++j) Lane::store(Lane::load(c.own[j] + i) - best, c.own[j] + i);
  }
}

/// Carries the utilities over to a period in which appeals or ratings have moved.
template <class Lane>
void move_utilities(const Block& block, int people, int from_row, int row) {
  using Real = typename Lane::Real;
  const KernelMarket& m = block.market;
  const Columns& c = block.columns;
  for (int j = 0; j < m.brands; ++j) {
    const int before = from_row * m.brands + j, now = row * m.brands + j;
    for (int i = 0; i < people; i += Lane::width) {
      Real v = Lane::load(c.own[j] + i) + Real(m.base[now] - m.base[before]);
      for (int d = 0; d < m.drivers; ++d)
        v = fma(Lane::load(c.weight[d] + i), Real(m.driver[d].rating[now] - m.driver[d].rating[before]), v);
      Lane::store(v, c.own[j] + i);
    }
  }
}

/// Weights of the brands in each person's stationary distribution among nests, and his stay with each. Where
/// habits fade and grow nodes take the place of their course, but for the few whose habit is too strong.
template <class Real>
void settle_among_nests(const Nests& nests, const Real* utility, const Real* bond, Real habit,
                        const HabitCourse<Real>& course, int brands, Stay<Real>* stay, Real* weight) {
  if (course.steps * course.gaps <= 2 * habit_nodes)
    return stationary_among_nests(nests, utility, bond, habit, course, brands, stay, weight);
  float least = 1;
  for (int n = 0; n < nests.count; ++n) least = nests.similarity[n] < least ? nests.similarity[n] : least;
  const HabitNodes<Real> nodes = habit_nodes_of(course);
  stationary_among_nests(nests, utility, bond, habit, nodes, brands, stay, weight);
  const auto strong = max(habit, Real(0.0f) - habit) * nodes.reach > Real(habit_within_nodes * least);
  if (!any(strong)) return;
  Stay<Real> full[most_brands];
  Real full_weight[most_brands];
  stationary_among_nests(nests, utility, bond, habit, course, brands, full, full_weight);
  for (int j = 0; j < brands; ++j) {
    weight[j] = select(strong, full_weight[j], weight[j]);
    for (int step = 0; step < course.steps; ++step)
      stay[j].through[step] = select(strong, full[j].through[step], stay[j].through[step]);
  }
}

/// Gives each person the brand bought last from his own stationary distribution, and memories at rest around
/// what the brands are. A brand that is absent today is nobody's.
template <class Lane>
void settle(const Moment& now) {
  using Real = typename Lane::Real;
  const KernelMarket& m = now.market;
  const Columns& c = now.people;
  const bool habit_varies = m.habit_fades || m.habit_grows;
  HabitCourse<Real> course = habit_course<Lane>(m);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    typename Lane::Word words[4];
    lanes::philox<Lane>(Lane::load(c.person + i), static_cast<std::uint32_t>(Purpose::first_brand) << 16,
                        now.address.events, now.address.draw, now.address.keys, words);
    const Real sensitivity = Lane::load(c.sensitivity + i), inertia = Lane::load(c.inertia + i);
    Real e[most_brands], utility[most_brands], bond[most_brands], weight[most_brands];
    Real cumulative[most_brands], sum = Real(0.0f), all = Real(0.0f);
    for (int j = 0; j < m.incumbents; ++j) {
      utility[j] = utility_at_price(Lane::load(c.own[j] + i), sensitivity, Real(m.price_term[j]));
      e[j] = exp2(utility[j]) * Real(m.present[j]);
      if (m.gated) e[j] = select(considers<Lane>(considered<Lane>(c, i), j), e[j], Real(0.0f));
      sum = sum + e[j];
      bond[j] = m.switching_cost ? Real(m.switching_cost[j]) : Real(0.0f);
      if (m.product_memory || m.service_memory)
        bond[j] = bond[j] + utility_of_satisfaction(satisfaction(Real(m.quality[j]), Real(m.service_rest[j]),
                                                                 Real(m.product_weight)),
                                                    Real(m.dissatisfied_below), Real(m.delighted_above),
                                                    Real(m.disappointment), Real(m.delight));
      if (m.service_driver >= 0)
        bond[j] =
            fma(Lane::load(c.weight[m.service_driver] + i), Real(m.service_rest[j] - m.service[j]), bond[j]);
      utility[j] = select(e[j] > Real(0.0f), utility[j], Real(unavailable));
    }
    Stay<Real> stay[most_brands];
    if (m.habit_fades) let_habit_fade<Lane>(now, i, course);
    if (m.nests.count > 0)
      settle_among_nests(m.nests, utility, bond, inertia, course, m.incumbents, stay, weight);
    for (int j = 0; j < m.incumbents; ++j) {
      if (m.nests.count == 0 && habit_varies) {
        stay[j] = stay_with(AmongAll<Real>{e[j], sum}, inertia, bond[j], course);
        weight[j] = stationary_weight(e[j], stay[j]);
      } else if (m.nests.count == 0) {
        weight[j] = stationary_weight(e[j], sum, exp2(inertia + bond[j]));
      }
      cumulative[j] = all = all + weight[j];
    }
    for (int j = 0; m.first_brand && j < m.incumbents; ++j) cumulative[j] = Real(m.first_brand[j]);
    const Real brand = logit_choice(cumulative, m.incumbents, lanes::uniform<Lane>(words[0]));
    Lane::store(brand, c.last + i);
    const auto remember = [&](float* memory, const float* ratings, Real spread, typename Lane::Word word) {
      const Real z = lanes::normal_quantile<Lane>(lanes::open_uniform<Lane>(word));
      Lane::store(fma(spread, z, rating_of<Lane>(brand, ratings, m.brands)), memory + i);
    };
    if (m.product_memory) remember(c.product, m.quality, Real(m.product_spread), words[1]);
    if (m.service_memory)
      remember(c.service, m.service_rest, rating_of<Lane>(brand, m.service_spread, m.brands), words[2]);
    if (m.contract)  // terms end evenly spread
      Lane::store(Lane::real(Lane::whole(lanes::uniform<Lane>(words[3]) * Real(m.term))), c.term_left + i);
    if ((m.lost_after > 0 || m.contact_recency > 0) && !m.contract)
      Lane::store(recency_today<Lane>(now, i, words[3]), c.recency + i);
    if (weight_falls(m)) Lane::store(Real(1000.0f), c.tenure + i);  // of long standing
    if (habit_varies)
      settle_habit<Lane>(now, i, [&](Real u) {
        Real row = purchases_in_a_row(stay[0], course.steps, u);
        for (int j = 1; j < m.incumbents; ++j)
          row = select(brand == Real(j), purchases_in_a_row(stay[j], course.steps, u), row);
        return row;
      });
  }
  for (int i = now.begin; i < now.end; ++i) {
    if (i >= now.rows) c.last[i] = departed;
    c.value[i] = 0;
  }
  if (m.gated) get_to_know<Lane>(now, c.last + now.begin);
}

}  // namespace clientele
