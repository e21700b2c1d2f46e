// SPDX-License-Identifier: MIT
#pragma once

#include "models/experience/failure.hpp"
#include "models/experience/satisfaction.hpp"
#include "sim/engine/phases/concerned.hpp"
#include "sim/engine/phases/core_draws.hpp"
#include "sim/engine/phases/lapse.hpp"

namespace clientele {

/// The rating that belongs to each person's brand, from a row of a table by brand.
template <class Lane>
typename Lane::Real rating_of(typename Lane::Real brand, const float* row, int brands) {
  return Lane::entry(row, brands, Lane::place(brand, brands));
}

/// A person's entry for his brand, from columns by brand.
template <class Lane>
typename Lane::Real of_brand(float* const* columns, int i, typename Lane::Real brand, int brands) {
  auto found = Lane::load(columns[0] + i);
  for (int j = 1; j < brands; ++j)
    found = select(brand == typename Lane::Real(j), Lane::load(columns[j] + i), found);
  return found;
}

/// What buyers of this occasion live through, and how it changes their memory. On a switch memory starts anew
/// at what the new brand is said to be.
template <class Lane, class Now>
void experience(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  const Columns& people = now.people;
  const int brands = m.brands, row = now.row * brands;
  const Real lasting(m.lasting_weight), first(m.first_weight), noise(m.service_noise);
  const bool product_varies = m.product_memory && m.product_noise != 0;
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const int k = i - now.begin;
    const Real chosen = Lane::load(now.scratch.chosen + k);
    const auto buys = chosen >= Real(0.0f);
    if (!any(buys)) continue;
    const auto brand = Lane::place(chosen, brands);
    const auto switched = ~(chosen == Lane::load(people.last + i));
    Real weight = lasting;
    if (weight_falls(m))
      weight =
          weight_of_experience(first, lasting, select(switched, Real(0.0f), Lane::load(people.tenure + i)));
    const auto remember = [&](float* memory, const float* ratings, const float* said, auto lived) {
      const Real rating = Lane::entry(ratings + row, brands, brand);
      const Real expected = said == ratings ? rating : Lane::entry(said + row, brands, brand);
      const Real before = Lane::load(memory + i), from = select(switched, expected, before);
      const Real after = updated_memory(from, lived(rating), weight);
      Lane::store(select(buys, after, before), memory + i);
    };
    if (m.product_memory)
      remember(people.product, m.quality, m.quality_said, [&](Real rating) {
        if (!product_varies) return rating;
        return fma(Real(m.product_noise), lanes::normal_noise<Lane>(word_of_product<Lane>(now.scratch, k)),
                   rating);
      });
    if (m.service_memory)
      remember(people.service, m.service, m.service_said, [&](Real rating) {
        const Real x = fma(noise, lanes::normal_noise<Lane>(Lane::load(now.scratch.word[3] + k)), rating);
        return m.failure
                   ? experience_with_failure(x, Lane::load(now.scratch.harm + k), Real(m.failure_rating))
                   : x;
      });
  }
}

/// Buyers' last brand becomes the one they chose; those who switched, or had lapsed, are its customers from
/// now on.
template <class Lane, class Now>
void keep_in_mind(const Now& now) {
  using Real = typename Lane::Real;
  const auto& m = now.market;
  const bool counts_tenure = counts_in_a_row(m);
  const Real period(now.row);
  for (int i = now.begin; i < now.end; i += Lane::width) {
    const Real chosen = Lane::load(now.scratch.chosen + (i - now.begin)),
               last = Lane::load(now.people.last + i);
    const auto buys = chosen >= Real(0.0f), again = chosen == last;
    if (notes_since(m)) {
      auto stays = again;
      if (m.lost_after > 0) stays = stays & ~has_lapsed<Lane>(now, i);
      Lane::store(select(buys & ~stays, period, Lane::load(now.people.since + i)), now.people.since + i);
    }
    if (m.habit_fades)
      Lane::store(select(buys, Real(0.0f), Lane::load(now.people.recency + i)), now.people.recency + i);
    if (counts_tenure) {
      const Real before = Lane::load(now.people.tenure + i);
      Lane::store(select(buys, select(again, before, Real(0.0f)) + Real(1.0f), before),
                  now.people.tenure + i);
    }
    Lane::store(select(buys, chosen, last), now.people.last + i);
  }
}

}  // namespace clientele
