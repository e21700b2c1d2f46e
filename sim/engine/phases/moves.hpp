// SPDX-License-Identifier: MIT
#pragma once

#include "models/choice/reasons.hpp"
#include "sim/engine/block.hpp"

namespace clientele {

/// Who changed sides in a period, over all slices of a block. Few people do, so they are counted one by one;
/// the many who stayed are what is left of those who were there, and nobody counts them.
struct Moves {
  /// People by the brand whose customers they ceased to be, why, and whose they became:
  /// [reason][brand at the start][brand at the end]; the number of brands stands for none.
  std::uint32_t customers[all_reasons * (most_brands + 1) * (most_brands + 1)];
  /// Choices of another brand than the one bought last, and of one that was never bought since the start:
  /// [not the first time, the first time][the brand bought last][brand chosen]; the number of brands stands
  /// for an unknown one.
  std::uint32_t choices[2 * (most_brands + 1) * most_brands];
  std::int64_t chosen[most_brands];     ///< all choices of a brand
  std::int64_t purchases[most_brands];  ///< by them
};

/// Adds one to the count at each place of a list.
template <class Lane, class Count>
void count_places(const std::uint32_t* places, int n, Count* counts) {
  for (int i = 0; i < n; ++i) ++counts[places[i]];
}

/// Nobody has moved yet.
template <class Lane>
void forget_moves(Moves& moves, int brands) {
  const int sides = brands + 1;
  for (int way = 0; way < all_reasons * sides * sides; ++way) moves.customers[way] = 0;
  for (int way = 0; way < 2 * sides * brands; ++way) moves.choices[way] = 0;
  for (int j = 0; j < brands; ++j) moves.chosen[j] = moves.purchases[j] = 0;
}

/// Counts what the purchases of a period were: from the same brand as before, or from another one, and of a
/// brand that the customer tries.
template <class Lane>
void add_up_choices(const KernelMarket& m, Counts& counts, const Moves& moves, int row) {
  const std::uint32_t *again = moves.choices, *first = again + (m.brands + 1) * m.brands;
  for (int j = 0; j < m.brands; ++j) {
    counts.purchases[row * m.brands + j] += moves.purchases[j];
    if (!m.in_detail) continue;
    std::int64_t switched = 0, tries = 0;
    for (int before = 0; before <= m.brands; ++before) {
      const int way = before * m.brands + j;
      const std::uint32_t these = again[way] + first[way];
      tries += first[way];
      if (before == j) continue;
      if (before < m.brands) counts.switches[way] += these;
      switched += these;
    }
    counts.switches[j * m.brands + j] += moves.chosen[j] - switched;
    counts.triers[row * m.brands + j] += tries;
    counts.repeats[row * m.brands + j] += moves.purchases[j] - switched;
  }
}

/// Counts whom brands lost in a period, whom of them we lost and won, and so the customers at its end: those
/// at the end of the one before, less who went, and who came. Where nobody tells who moves, customers are
/// counted already.
template <class Lane>
void add_up_customers(const KernelMarket& m, Counts& counts, const Moves& moves, int row) {
  const auto add_up_people = [&](int j) {
    if (m.lost_after > 0) return;  // some who are there are nobody's customers
    counts.active[row] += counts.customers[row * m.brands + j];
    counts.lived += counts.customers[(row - 1) * m.brands + j];
  };
  if (!m.in_detail) {
    for (int j = 0; j < m.brands; ++j) add_up_people(j);
    return;
  }
  const int sides = m.brands + 1, apart = (m.periods + 1) * m.brands;
  std::int64_t went[most_brands + 1] = {}, came[most_brands + 1] = {};
  const std::uint32_t* those = moves.customers;
  for (int why = 0; why < all_reasons; ++why) {
    std::uint32_t any = 0;
    for (int way = 0; way < sides * sides; ++way) any |= those[way];
    if (any == 0) {
      those += sides * sides;
      continue;
    }
    const int by_us = (row * all_reasons + why) * sides;
    for (int start = 0; start < sides; ++start)
      for (int end = 0; end < sides; ++end) {
        const std::uint32_t these = *those++;
        if (these == 0) continue;
        went[start] += these, came[end] += these;
        if (start < m.brands) counts.lost[why * apart + row * m.brands + start] += these;
        if (start == 0) counts.lost_by_us[by_us + end] += these;
        if (end == 0 && start < m.brands) counts.won_by_us[by_us + start] += these;
      }
  }
  for (int j = 0; j < m.brands; ++j) {
    const int now = row * m.brands + j;
    const std::int64_t before = counts.customers[now - m.brands], customers = before - went[j] + came[j];
    counts.customers[now] = customers;
    counts.retained[now] = before - went[j];
    counts.tenure[now] += customers * (row + 1);
    add_up_people(j);
  }
}

}  // namespace clientele
