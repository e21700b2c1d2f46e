// SPDX-License-Identifier: MIT
#pragma once

#include "models/arithmetic.hpp"
#include "sim/engine/block.hpp"
#include "sim/engine/lanes/elementary.hpp"

namespace clientele {

/// The value of a table at a standard normal number; `first` is where the table's knots begin.
template <class Lane>
typename Lane::Real table_at(const float* knots, typename Lane::Word first, typename Lane::Real z) {
  using Real = typename Lane::Real;
  constexpr float per_unit = knot_steps / (2 * knot_reach);
  const Real position =
      min(max((z + Real(knot_reach)) * Real(per_unit), Real(0.0f)), Real(knot_steps - 0.001f));
  const auto below = Lane::whole(position);
  const Real low = Lane::gather(knots, first + below), high = Lane::gather(knots + 1, first + below);
  return fma(position - Lane::real(below), high - low, low);
}

/// A trait from a person's standard normal number; with `logarithm`, log2 of it for the logarithmic forms.
template <class Lane, bool logarithm = false>
[[gnu::always_inline]] inline typename Lane::Real trait_at(const TraitDraw& trait, typename Lane::Real z,
                                                           typename Lane::Word first = 0u,
                                                           typename Lane::Real shift = 0.0f) {
  using Real = typename Lane::Real;
  if (trait.form == TraitDraw::same_for_all) return Real(trait.offset);
  const bool tabulated = trait.form == TraitDraw::table || trait.form == TraitDraw::table_of_log2;
  const Real y = tabulated ? table_at<Lane>(trait.knots, first, z) + shift
                           : fma(Real(trait.slope), z, Real(trait.offset));
  const bool logarithmic = trait.form == TraitDraw::exponential || trait.form == TraitDraw::table_of_log2;
  return logarithmic && !logarithm ? exp2(y) : y;
}

/// Draws a trait for the people of a column. Its address holds the replication of traits, not that of events.
template <class Lane, bool logarithm = false>
void draw_trait(const TraitDraw& trait, const BlockAddress& address, const std::uint32_t* person, int people,
                float* into) {
  using Real = typename Lane::Real;
  using Word = typename Lane::Word;
  const lanes::Philox<Lane> random(trait.address, address.traits, address.draw, address.keys);
  const auto trait_of = [&](int i, Real z) {
    if (!trait.own_table) return trait_at<Lane, logarithm>(trait, z);
    const Word who = Lane::load(person + i) & Word(0xffffffu);
    const Word first = Lane::whole(Lane::gather(trait.own_table, who) * Real(knot_steps + 1));
    return trait_at<Lane, logarithm>(trait, z, first, Lane::gather(trait.own_shift, who));
  };
  // Several lanes at a time, whose steps a processor works on side by side; a last one alone as often.
  constexpr int several = Lane::side_by_side;
  for (int i = 0; i < people; i += several * Lane::width) {
    int at[several];
    Real z[several];
    Word who[several], words[several][4];
#pragma GCC unroll 2
    for (int p = 0; p < several; ++p) {
      at[p] = i + p * Lane::width < people ? i + p * Lane::width : i;
      who[p] = Lane::load(person + at[p]);
      z[p] = Real(0.0f);
    }
    if (trait.form != TraitDraw::same_for_all) {
      random.words(who, words);
#pragma GCC unroll 2
      for (int p = 0; p < several; ++p)
        z[p] = lanes::normal_quantile<Lane>(lanes::open_uniform<Lane>(words[p][0]));
    }
#pragma GCC unroll 2
    for (int p = 0; p < several; ++p) Lane::store(trait_of(at[p], z[p]), into + at[p]);
  }
}

/// Multiplies a column, to bring utilities to base 2.
template <class Lane>
void scale(float* column, int people, float factor) {
  for (int i = 0; i < people; i += Lane::width)
    Lane::store(Lane::load(column + i) * typename Lane::Real(factor), column + i);
}

}  // namespace clientele
