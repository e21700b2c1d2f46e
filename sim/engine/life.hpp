// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/period.hpp"

namespace clientele {

/// Rows of a block up to whole lanes of the widest kind, so that every width goes over the same rows.
inline constexpr int widest = 16;
template <class Lane>
int padded(int rows) {
  return (rows + widest - 1) / widest * widest;
}

template <class Lane>
void tell_life(Block& block, int row) {
  block.lives.person[block.lives.told] = block.columns.person[row];
  block.lives.start[block.lives.told] = block.columns.start[row];
  block.lives.first[block.lives.told] = block.columns.first[row];
  block.lives.bought[block.lives.told] = block.columns.bought[row];
  block.lives.value[block.lives.told] = block.columns.value[row];
  ++block.lives.told;
}

/// Takes the departed out of a block, after telling what they were worth; the others keep their order.
template <class Lane>
void close_ranks(Block& block) {
  const KernelMarket& m = block.market;
  const Columns& c = block.columns;
  const int rows = padded<Lane>(block.people);
  int kept = 0;
  for (int i = 0; i < block.people; ++i) {
    if (c.last[i] == departed)
      tell_life<Lane>(block, i);
    else
      c.value[kept++] = c.value[i];
  }
  const auto close = [&](auto* column) {
    int to = 0;
    for (int i = 0; i < rows; i += Lane::width)
      to += Lane::compress(Lane::load(column + i), ~(Lane::load(c.last + i) == typename Lane::Real(departed)),
                           column + to);
  };
  close(c.person);
  close(c.tried);
  close(reinterpret_cast<std::uint32_t*>(c.start));
  close(reinterpret_cast<std::uint32_t*>(c.first));
  close(reinterpret_cast<std::uint32_t*>(c.bought));
  if (m.own_chance) close(c.leaving);
  for (float* column : {c.sensitivity, c.inertia, c.level, c.since}) close(column);
  if (m.poisson || m.sometimes) close(c.rate);
  if (m.poisson) close(c.none);
  if (m.recencies > 0 || m.lost_after > 0) close(c.recency);
  if (m.lost_after > 0) close(c.lapsed_today);
  if (m.contract) close(c.term_left), close(c.signed_in);
  if (m.product_memory) close(c.product);
  if (m.service_memory) close(c.service);
  if (m.product_memory || m.service_memory) close(c.tenure);
  if (m.gated) close(c.known);
  for (int j = 0; m.gated && j < m.brands; ++j) close(c.notice[j]);
  for (int j = 0; j < m.brands; ++j) close(c.own[j]);
  for (int d = 0; d < m.drivers; ++d)
    if (m.driver[d].weight.form != TraitDraw::same_for_all) close(c.weight[d]);
  close(c.last);
  for (int i = kept; i < padded<Lane>(kept); ++i) c.last[i] = departed;
  block.people = kept;
}

/// Lives all periods of a block of people.
template <class Lane>
void simulate_block(Block& block) {
  Scratch scratch;
  const KernelMarket& m = block.market;
  const auto over_slices = [&](int row, auto&& live) {
    int left = 0;
    for (int begin = 0; begin < block.people; begin += slice) {
      const int end = padded<Lane>(block.people < begin + slice ? block.people : begin + slice);
      left += live(Moment{m, block.address, block.columns, block.counts, scratch, begin, end, block.people,
                          row, static_cast<std::uint32_t>(row)});
    }
    return left;
  };
  draw_people<Lane>(block, padded<Lane>(block.people));
  if (m.gated) draw_notice<Lane>(block, padded<Lane>(block.people));
  form_utilities<Lane>(block, padded<Lane>(block.people));
  int gone = over_slices(0, [](const Moment& now) { return start_today<Lane>(now); });
  for (int period = 1; period <= m.periods; ++period) {
    if (m.moved[period]) move_utilities<Lane>(block, padded<Lane>(block.people), period - 1, period);
    gone += over_slices(period, [](const Moment& now) { return live_period<Lane>(now, true); });
    if (gone * 8 > block.people) {
      close_ranks<Lane>(block);
      gone = 0;
    }
  }
  for (int i = 0; i < block.people; ++i) tell_life<Lane>(block, i);
}

}  // namespace clientele
