// SPDX-License-Identifier: MIT
#pragma once

#include "sim/engine/phases/scratch.hpp"

namespace clientele {

/// The columns that people's choices and what follows from them ask for. People who hear of each other live
/// period by period, and by the time a block's turn comes the others have pushed it out of the near caches.
template <class Lane>
class FarColumns {
 public:
  FarColumns(const KernelMarket& m, const Columns& c) {
    for (const float* column :
         {c.sensitivity, c.inertia, c.tenure, c.product, c.service, c.rate, c.since, c.level, c.lapsed_today})
      add(column);
    for (const std::int32_t* column : {c.start, c.first, c.bought}) add(column);
    for (const std::uint32_t* column : {c.tried, c.known, c.heard}) add(column);
    for (int j = 0; j < m.brands; ++j) add(c.own[j]), add(c.talk[j]);
    for (int k = 0; k < m.contacts; ++k) add(c.favour[k]);
    for (int a = 0; a < m.add_ons; ++a) add(c.has[a]);
    for (int d = 0; d < m.drivers; ++d) add(c.weight[d]);
    for (int p = 0; p < m.programmes; ++p) add(c.card[p]), add(c.perk[p]);
  }

  /// Asks for what they hold of some lanes from row i on, and waits for nothing. It changes no result.
  void ask_for(int i) const {
    for (int at = i; at < i + Lane::width; at += rows_of_a_line) {
      if (at % rows_of_a_line != 0) return;
      for (int c = 0; c < columns_; ++c) fetch(column_[c] + at);
    }
  }

 private:
  static constexpr int rows_of_a_line = 16, most = 24 + 2 * most_brands + most_drivers + most_contacts +
                                                   most_add_ons + 2 * most_programmes;
  static void fetch(const void* address) { __builtin_prefetch(address, 0, 2); }
  template <class T>
  void add(const T* column) {
    column_[columns_++] = reinterpret_cast<const std::uint32_t*>(column);
  }

  const std::uint32_t* column_[most];
  int columns_ = 0;
};

}  // namespace clientele
