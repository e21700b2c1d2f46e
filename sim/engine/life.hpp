// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/period.hpp"
#include "sim/engine/ranks.hpp"

namespace clientele {

/// Does something with each slice of those of a block who are there in one period; returns the sum of what it
/// returns.
template <class Lane, class F>
int over_slices(Block& block, Scratch& scratch, int row, int together, F live) {
  int sum = 0;
  for (int begin = 0; begin < block.there; begin += together) {
    const int end = padded<Lane>(block.there < begin + together ? block.there : begin + together);
    sum += live(Moment{block.market, block.address, block.columns, block.counts, scratch, begin, end,
                       block.there, block.fresh, row, static_cast<std::uint32_t>(row), 0, block.talk});
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
  if (block.market.gated) {
    draw_notice<Lane>(block, padded<Lane>(block.people));
    note_heard<Lane>(block, padded<Lane>(block.people), 0);
  }
  form_utilities<Lane>(block, padded<Lane>(block.people));
  weigh_offers<Lane>(block, padded<Lane>(block.people), 0);
  forget_moves<Lane>(scratch.moves, block.market.brands);
  block.gone =
      over_slices<Lane>(block, scratch, 0, slice, [](const Moment& now) { return start_today<Lane>(now); });
  set_prospects_aside<Lane>(block);
  add_up_choices<Lane>(block.market, block.counts, scratch.moves, 0);
  for (int j = 0; j < block.market.brands; ++j) block.counts.tenure[j] += block.counts.customers[j];
}

/// How many people live through a period together. Where there may be several occasions a period, those who
/// buy often stand together, and all of them have to wait for the last.
template <class Lane>
int living_together(const KernelMarket& m) {
  const bool several = m.poisson && !m.one_choice_a_period;
  return is_plain(m) || several ? plain_slice : slice;
}

/// Lives one period of a block of people, the next one, by what `live` does with each slice.
template <class Lane, class F>
void live_slices(Block& block, int period, F live) {
  Scratch scratch;
  if (block.market.moved[period]) move_utilities<Lane>(block, padded<Lane>(block.people), period - 1, period);
  if (block.market.gated) note_heard<Lane>(block, padded<Lane>(block.people), period);
  if (offers_moved<Lane>(block.market, period)) weigh_offers<Lane>(block, padded<Lane>(block.people), period);
  if (block.market.joins) let_in<Lane>(block, period);
  forget_moves<Lane>(scratch.moves, block.market.brands);
  block.gone += over_slices<Lane>(block, scratch, period, living_together<Lane>(block.market), live);
  add_up_choices<Lane>(block.market, block.counts, scratch.moves, period);
  add_up_customers<Lane>(block.market, block.counts, scratch.moves, period);
  if (block.market.joins) turn_away<Lane>(block);
  if (block.gone * 8 > block.there && !block.market.return_rate) close_ranks<Lane>(block);
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
