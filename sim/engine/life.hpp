// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/period.hpp"

namespace clientele {

/// Rows of a block up to whole lanes of the widest kind, so that every width goes over the same rows.
template <class Lane>
int padded(int rows) {
  static_assert(Lane::width <= widest);
  return (rows + widest - 1) / widest * widest;
}

template <class Lane>
void tell_life(Block& block, int row) {
  const Columns& c = block.columns;
  block.lives.room[block.lives.told++] = {c.person[row], c.start[row], c.first[row], c.bought[row],
                                          c.value[row]};
}

/// The columns of 32 bits that move with a person.
inline constexpr int most_columns =
    28 + 4 * most_brands + most_drivers + most_contacts + 2 * most_programmes + most_add_ons + most_offers;
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
  if (m.gated) add(c.known);
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
  block.people = kept;
}

/// Does something with each slice of a block in one period; returns the sum of what it returns.
template <class Lane, class F>
int over_slices(Block& block, Scratch& scratch, int row, int together, F live) {
  int sum = 0;
  for (int begin = 0; begin < block.people; begin += together) {
    const int end = padded<Lane>(block.people < begin + together ? block.people : begin + together);
    sum += live(Moment{block.market, block.address, block.columns, block.counts, scratch, begin, end,
                       block.people, row, static_cast<std::uint32_t>(row), 0, block.talk});
  }
  return sum;
}

/// Draws who the people of a block are and sets them where they stand today.
template <class Lane>
void open_block(Block& block) {
  Scratch scratch;
  draw_people<Lane>(block, padded<Lane>(block.people));
  if (block.market.channel && block.market.channels_differ && !notes_ways(block.market))
    mark_by_channel<Lane>(block, padded<Lane>(block.people));
  if (block.market.gated) draw_notice<Lane>(block, padded<Lane>(block.people));
  form_utilities<Lane>(block, padded<Lane>(block.people));
  weigh_offers<Lane>(block, padded<Lane>(block.people), 0);
  forget_moves<Lane>(scratch.moves, block.market.brands);
  block.gone = over_slices<Lane>(block, scratch, 0, slice, [](const Moment& now) { return start_today<Lane>(now); });
  add_up_choices<Lane>(block.market, block.counts, scratch.moves, 0);
  for (int j = 0; j < block.market.brands; ++j) block.counts.tenure[j] += block.counts.customers[j];
}

/// Lives one period of a block of people, the next one, by what `live` does with each slice.
template <class Lane, class F>
void live_slices(Block& block, int period, F live) {
  Scratch scratch;
  if (block.market.moved[period]) move_utilities<Lane>(block, padded<Lane>(block.people), period - 1, period);
  if (offers_moved<Lane>(block.market, period)) weigh_offers<Lane>(block, padded<Lane>(block.people), period);
  forget_moves<Lane>(scratch.moves, block.market.brands);
  block.gone += over_slices<Lane>(block, scratch, period, is_plain(block.market)? plain_slice:slice, live);
  add_up_choices<Lane>(block.market, block.counts, scratch.moves, period);
  add_up_customers<Lane>(block.market, block.counts, scratch.moves, period);
  if (block.gone * 8 > block.people && !block.market.return_rate) {
    close_ranks<Lane>(block);
    block.gone = 0;
  }
}

/// Lives periods of a block of people, the next ones, from the first of them to the last.
template <class Lane>
void live_periods(Block& block, int first, int last) {
  const auto live_all = [&](auto live) {
    for (int period = first; period <= last; ++period) live_slices<Lane>(block, period, live);
  };
  const auto live_plainly = [&]<bool detail>(const PlainMarket<detail>& plain) {
    live_all([&](const Moment& now) { return live_period<Lane>(PlainMoment<detail>{now, plain}, true); });
  };
  if (!is_plain(block.market))
    live_all([](const Moment& now) { return live_period<Lane>(now, true); });
  else if (block.market.in_detail)
    live_plainly(PlainMarket<true>{block.market});
  else
    live_plainly(PlainMarket<false>{block.market});
}
template <class Lane>
void live_block(Block& block, int period) {
  live_periods<Lane>(block, period, period);
}

/// Tells the lives of those who are still there.
template <class Lane>
void close_block(Block& block) {
  for (int i = 0; i < block.people; ++i) tell_life<Lane>(block, i);
}

/// Lives all periods of a block of people.
template <class Lane>
void simulate_block(Block& block) {
  open_block<Lane>(block);
  live_periods<Lane>(block, 1, block.market.periods);
  close_block<Lane>(block);
}

}  // namespace clientele
