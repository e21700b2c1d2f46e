// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/arrival.hpp"
#include "sim/engine/phases/core_draws.hpp"

namespace clientele {

// Where people stand in a block: those who are there first, and behind them the prospects. No result hangs on
// it.

/// Rows of a block up to whole lanes of the widest kind, so that every width goes over the same rows.
template <class Lane>
int padded(int rows) {
  static_assert(Lane::width <= widest);
  return (rows + widest - 1) / widest * widest;
}

/// The channel by which somebody came, −1: none.
template <class Lane>
int channel_of_row(const Block& block, int row) {
  const KernelMarket& m = block.market;
  if (notes_ways(m)) return static_cast<int>(block.columns.way[row]) - 1;
  return m.channel ? static_cast<int>(m.channel[block.columns.person[row] & 0xffffffu]) : -1;
}

template <class Lane>
void tell_life(Block& block, int row) {
  const Columns& c = block.columns;
  block.lives.room[block.lives.told++] = {
      .person = c.person[row],
      .start = static_cast<std::int16_t>(c.start[row]),
      .channel = static_cast<std::int16_t>(channel_of_row<Lane>(block, row)),
      .first = c.first[row],
      .purchases = c.bought[row],
      .value = c.value[row]};
}

/// The columns of 32 bits that move with a person.
inline constexpr int most_columns =
    29 + 4 * most_brands + most_drivers + most_contacts + 2 * most_programmes + most_add_ons + most_offers;
struct Movable {
  std::uint32_t* column[most_columns];
  int columns = 0;
};

template <class Lane>
Movable movable_columns(const KernelMarket& m, const Columns& c) {
  Movable these;
  const auto add = [&](auto* column) {
    these.column[these.columns++] = reinterpret_cast<std::uint32_t*>(column);
  };
  add(c.person);
  for (std::int32_t* column : {c.start, c.first, c.bought}) add(column);
  for (float* column : {c.last, c.sensitivity, c.inertia, c.level}) add(column);
  if (notes_tries(m)) add(c.tried);
  if (notes_since(m)) add(c.since);
  if (m.own_chance) add(c.leaving);
  if (m.poisson || m.sometimes) add(c.rate);
  if (m.poisson) add(c.none);
  if (m.recencies > 0 || m.lost_after > 0 || m.habit_fades || m.contact_recency > 0) add(c.recency);
  if (m.lost_after > 0) add(c.lapsed_today);
  if (m.contract) add(c.term_left), add(c.signed_in);
  if (m.product_memory) add(c.product);
  if (m.service_memory) add(c.service);
  if (counts_in_a_row(m)) add(c.tenure);
  if (m.gated) add(c.known), add(c.heard);
  if (notes_ways(m)) add(c.way), add(c.came);
  for (int o = 0; o < m.offers; ++o) add(c.offered[o]);
  for (int k = 0; k < m.contacts; ++k)
    if (m.contact[k].lift) add(c.favour[k]);
  if (m.prompted || m.wakes) add(c.contacted);
  for (int a = 0; a < m.add_ons; ++a) add(c.has[a]);
  for (int p = 0; p < m.programmes; ++p) {
    add(c.card[p]);
    if (m.programme[p].lifts) add(c.perk[p]);
  }
  for (int j = 0; j < m.brands; ++j) {
    if (m.gated) add(c.notice[j]);
    add(c.own[j]);
    if (talk_moves(m)) add(c.talk[j]);
    if (weighs_offers(m)) add(c.worth[j]);
  }
  for (int d = 0; d < m.drivers; ++d)
    if (m.driver[d].weight.form != TraitDraw::same_for_all) add(c.weight[d]);
  return these;
}

/// Takes the departed out of a block, after telling what they were worth; the others keep their order. Who is
/// told goes through a list of rows: who has left is chance that no processor guesses.
template <class Lane>
void close_ranks(Block& block) {
  using Real = typename Lane::Real;
  const Columns& c = block.columns;
  const Movable these = movable_columns<Lane>(block.market, c);
  const int rows = padded<Lane>(block.people);
  int kept = 0;
  const auto stays = [&](int i) { return ~(Lane::load(c.last + i) == Real(departed)); };
  for (int begin = 0; begin < rows; begin += slice) {
    const int end = begin + slice < rows ? begin + slice : rows;
    std::uint32_t leaving[slice + Lane::width];
    int left = 0;
    for (int i = begin; i < end; i += Lane::width) {
      const auto row = Lane::count_up() + typename Lane::Word(static_cast<std::uint32_t>(i));
      left += Lane::compress(row, ~stays(i), leaving + left);
    }
    for (int k = 0; k < left && static_cast<int>(leaving[k]) < block.people; ++k)
      tell_life<Lane>(block, static_cast<int>(leaving[k]));
    for (int i = begin; i < end; i += Lane::width) {
      const auto here = stays(i);
      Lane::compress(c.value + i, here, c.value + kept);
      for (int column = 0; column < these.columns; ++column)
        Lane::compress(Lane::load(these.column[column] + i), here, these.column[column] + kept);
      kept += Lane::count(here);
    }
  }
  for (int i = kept; i < padded<Lane>(kept); ++i) c.last[i] = departed;
  block.there -= block.people - kept;
  block.people = kept;
  block.gone = 0;
}

/// Lets two people of a block change places.
template <class Lane>
void swap_rows(Block& block, const Movable& these, int a, int b) {
  if (a == b) return;
  const auto swap = [&](auto* column) {
    const auto one = column[a];
    column[a] = column[b];
    column[b] = one;
  };
  swap(block.columns.value);
  for (int column = 0; column < these.columns; ++column) swap(these.column[column]);
}

/// The brand whose recommendation brings each prospect of a lane in, below 0: none does. A uniform of 31 bits
/// decides, as that may be rare.
template <class Lane>
typename Lane::Real brand_that_brings(const Block& block, const lanes::Philox<Lane>& random, int i) {
  using Real = typename Lane::Real;
  const Talk& talk = *block.talk;
  const int brands = block.market.brands;
  const typename Lane::Word them[1] = {Lane::load(block.columns.person + i)};
  typename Lane::Word words[1][4];
  random.words(them, words);
  const Real luck = luck_of_hearing<Lane>(words[0]);
  Real brand(0.0f);
  for (int j = 0; j + 1 < brands; ++j)
    brand = brand + select(luck >= Real(talk.comes[j]), Real(1.0f), Real(0.0f));
  return select(luck < Real(talk.comes[brands - 1]), brand, Real(-1.0f));
}

/// Prospects whose period has come, or whom a recommendation of the period before wins, take their places
/// behind those who are there. Who is to come by himself stands in order, but for those whom others have
/// overtaken.
template <class Lane>
void let_in(Block& block, int period) {
  using Real = typename Lane::Real;
  const KernelMarket& m = block.market;
  const Columns& c = block.columns;
  block.fresh = block.there;
  if (!block.talk && !m.someone_joins[period]) return;
  const Movable these = movable_columns<Lane>(m, c);
  const lanes::Philox<Lane> random(
      static_cast<std::uint32_t>(period) | static_cast<std::uint32_t>(Purpose::hearing) << 16,
      block.address.events, block.address.draw, block.address.keys);
  for (int i = block.there / Lane::width * Lane::width; i < block.people; i += Lane::width) {
    const Real joins = Lane::gather(m.joins, index_in_segment<Lane>(c, i)), nobody(-1.0f);
    const auto by_himself = joins == Real(static_cast<float>(period));
    Real brand = nobody;
    if (block.talk)
      brand = select(by_himself, nobody, brand_that_brings<Lane>(block, random, i));
    else if (!any(~(joins > Real(static_cast<float>(period)))))
      return;
    const auto comes = by_himself | (brand >= Real(0.0f));
    if (!any(comes)) continue;
    float his[Lane::width], whose[Lane::width];
    Lane::store(select(comes, Real(1.0f), Real(0.0f)), his);
    Lane::store(brand, whose);
    for (int lane = 0; lane < Lane::width; ++lane) {
      const int row = i + lane;
      if (his[lane] == 0 || row < block.fresh || row >= block.people) continue;
      swap_rows<Lane>(block, these, row, block.there);
      if (m.talks) c.referred[block.there] = whose[lane];
      ++block.there;
    }
  }
}

/// Who came in and found no brand to buy is a prospect again.
template <class Lane>
void turn_away(Block& block) {
  for (int row = block.there - 1; row >= block.fresh; --row)
    if (block.columns.last[row] == prospect)
      swap_rows<Lane>(block, movable_columns<Lane>(block.market, block.columns), row, --block.there);
}

/// Before anything is bought today: who is not in the category yet.
template <class Lane>
void set_prospects_aside(Block& block) {
  const Columns& c = block.columns;
  for (int i = block.there; i < padded<Lane>(block.people); ++i) {
    c.last[i] = i < block.people ? prospect : departed;
    c.start[i] = block.market.brands;
    c.first[i] = never;
    c.product[i] = c.service[i] = 0;
    c.value[i] = 0;
  }
}

}  // namespace clientele
